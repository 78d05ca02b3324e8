using System.Text.Json;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary><c>webstir init</c>.</summary>
public sealed class InitTests
{
    private static readonly string Template = Path.Join(ProjectFolder.Repository, "templates", "workspace");

    private TemporaryWorkspace _folder = null!;

    [SetUp]
    public void Create() => _folder = new TemporaryWorkspace();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("init", "shop")]
    [TestCase("init", "api", "shop")]
    [TestCase("init", "./shop/")]
    public void A_new_folder_gets_the_template_under_its_own_name(params string[] args)
    {
        CommandRun run = CommandRun.InProcess(_folder.Root, args);
        FileTree expected = Expected("shop");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.Zero);
            Assert.That(FileTree.Read(_folder.PathOf("shop")), Is.EqualTo(expected));
            Assert.That(run.Stdout, Is.EqualTo(string.Concat(Files(expected).Select(file => $"CREATE {file.Key} ({file.Value.Length} bytes)\n"))));
        }
    }

    [Test]
    public void It_prints_the_next_three_commands()
    {
        CommandRun run = CommandRun.InProcess(_folder.Root, "init", "my shop");
        Assert.That(run.Stderr, Does.EndWith("Next:\n  cd \"my shop\"\n  npm install\n  webstir add-job nightly --schedule \"0 0 * * *\"\n"));
    }

    [Test]
    public void An_empty_folder_is_as_good_as_a_new_one_even_the_current_one()
    {
        Directory.CreateDirectory(_folder.PathOf("shop"));
        CommandRun run = CommandRun.InProcess(_folder.PathOf("shop"), "init", ".");
        Assert.That(run.Exit, Is.Zero, run.Stderr);
        Assert.That(FileTree.Read(_folder.PathOf("shop")), Is.EqualTo(Expected("shop")));
    }

    [Test]
    public void A_folder_that_is_not_empty_is_refused_and_what_is_in_the_way_is_named()
    {
        foreach (string file in (string[])["notes.md", ".git", "a", "b", "c"])
            File.WriteAllText(_folder.PathOf(file), "");
        var before = FileTree.Read(_folder.Root);

        CommandRun run = CommandRun.InProcess(_folder.Root, "init", ".");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(1));
            Assert.That(run.Stderr, Does.Match(@"^\.: error WEB0207: The folder is not empty: '[^']+', '[^']+', '[^']+' and 2 more in the way\. "));
            Assert.That(run.Stdout, Is.Empty);
            Assert.That(FileTree.Read(_folder.Root), Is.EqualTo(before));
        }
    }

    [Test]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_folder.PathOf("shop"), "mine");
        CommandRun run = CommandRun.InProcess(_folder.Root, "init", "shop");
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Stderr, Does.Match("^shop: error WEB\\d{4}: "));
        Assert.That(File.ReadAllText(_folder.PathOf("shop")), Is.EqualTo("mine"));
    }

    [TestCase("init", "full", "shop", 1, "webstir: error WEB0208: The mode 'full' is not offered. Workspaces are backends here: the mode is 'api'. Run 'webstir init api <directory>'.\n")]
    [TestCase("init", "api", 2, "webstir: error WEB0001: DIRECTORY is missing: 'api' is the kind of workspace. To create a workspace in a folder of that name, give './api'.\n")]
    [TestCase("init", 2, "webstir: error WEB0001: DIRECTORY is missing. Run 'webstir init --help' to see what is allowed.\n")]
    public void Other_modes_and_a_missing_directory_are_refused_with_a_sentence(params object[] line)
    {
        CommandRun run = CommandRun.InProcess(_folder.Root, [.. line[..^2].Cast<string>()]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(line[^2]));
            Assert.That(run.Stderr, Is.EqualTo(line[^1]));
            Assert.That(FileTree.Read(_folder.Root), Is.Empty);
        }
    }

    [TestCase("My Shop", "my-shop")]
    [TestCase(".hidden_", "hidden")]
    [TestCase("Läden", "l-den")]
    [TestCase("店", "webstir-workspace")]
    [TestCase("api", "api")]
    public void The_package_is_named_after_the_folder_as_npm_allows_it(string folder, string name)
    {
        CommandRun run = CommandRun.InProcess(_folder.Root, "init", "./" + folder);
        Assert.That(run.Exit, Is.Zero, run.Stderr);
        Assert.That(ModuleManifest.Load(_folder.PathOf(folder + "/package.json")).Name, Is.EqualTo(name));
    }

    [Test]
    public void A_dry_run_prints_the_same_and_writes_nothing()
    {
        CommandRun dryRun = CommandRun.InProcess(_folder.Root, "init", "shop", "--dry-run");
        Assert.That(FileTree.Read(_folder.Root), Is.Empty);
        Assert.That(dryRun.Stdout, Is.EqualTo(CommandRun.InProcess(_folder.Root, "init", "shop").Stdout));
        Assert.That(dryRun.Stderr, Does.EndWith("Dry run: nothing was written.\n"));
    }

    [Test]
    public void Json_lists_what_was_created()
    {
        CommandRun run = CommandRun.InProcess(_folder.Root, "init", "shop", "--json");
        using var document = JsonDocument.Parse(run.Stdout);
        JsonElement root = document.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("workspace").GetString(), Is.EqualTo(_folder.PathOf("shop")));
            Assert.That(root.GetProperty("applied").GetBoolean(), Is.True);
            Assert.That(root.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("kind")} {change.GetProperty("path")}"),
                Is.EqualTo(Files(Expected("shop")).Select(file => $"create {file.Key}")));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Files(FileTree tree) => tree.Where(entry => !entry.Key.EndsWith('/'));

    /// <summary>The template as it stands in the repository, with the two changes that <c>init</c> makes.</summary>
    private static FileTree Expected(string name)
    {
        var tree = FileTree.Read(Template);
        tree[".gitignore"] = tree["_gitignore"];
        tree.Remove("_gitignore");
        tree["package.json"] = tree["package.json"].Replace("\"webstir-workspace\"", $"\"{name}\"", StringComparison.Ordinal);
        return tree;
    }
}
