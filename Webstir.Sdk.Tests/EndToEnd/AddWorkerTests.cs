using System.Text.Json;
using System.Text.RegularExpressions;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary><c>webstir add-worker</c>.</summary>
public sealed partial class AddWorkerTests
{
    private const string Packages = "    \"bullmq\": \"^6.7.0\",\n    \"croner\": \"^11.0.1\",\n    \"ioredis\": \"^6.0.0\",\n    \"pino\"";
    private const string OwnPackages = "    \"croner\": \"^11.0.1\",\n    \"pino\"";

    private static readonly string Templates = Path.Join(ProjectFolder.Repository, "templates");

    private TemporaryWorkspace _folder = null!;

    private string Root => _folder.PathOf("shop");

    [SetUp]
    public void Create()
    {
        _folder = new TemporaryWorkspace();
        Assert.That(CommandRun.InProcess(_folder.Root, "init", "shop").Exit, Is.Zero);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_workers_files_are_written_as_they_stand_in_the_repository_and_its_packages_are_listed_in_order()
    {
        FileTree expected = Expected();
        CommandRun run = Add();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.Zero, run.Stderr);
            Assert.That(FileTree.Read(Root), Is.EqualTo(expected));
            Assert.That(run.Stdout, Does.StartWith("CREATE src/backend/fleet/commands.ts (").And.EndWith("\nUPDATE package.json (+2 lines)\n"));
        }
    }

    [Test]
    public void A_second_time_there_is_nothing_to_do()
    {
        Add();
        var before = FileTree.Read(Root);
        CommandRun run = Add();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.Zero, run.Stderr);
            Assert.That(run.Stdout.TrimEnd('\n').Split('\n'), Is.All.StartsWith("UNCHANGED ").And.Exactly(1).EqualTo("UNCHANGED src/backend/jobs/worker.ts"));
            Assert.That(FileTree.Read(Root), Is.EqualTo(before));
        }
    }

    [Test]
    public void A_file_that_was_changed_is_refused_and_nothing_is_written()
    {
        Write("src/backend/fleet/work.ts", "// mine\n");
        var before = FileTree.Read(Root);
        CommandRun run = Add();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(1));
            Assert.That(run.Stderr, Is.EqualTo("shop/src/backend/fleet/work.ts: error WEB0702: The file is not what add-worker writes. Nothing that exists is overwritten. Keep it as it is and add only what is missing with 'webstir add-worker --force', or move it away.\n"));
            Assert.That(FileTree.Read(Root), Is.EqualTo(before));
        }
    }

    [Test]
    public void Force_keeps_it_and_adds_what_is_missing()
    {
        Write("src/backend/fleet/work.ts", "// mine\n");
        FileTree expected = Expected();
        expected["src/backend/fleet/work.ts"] = "// mine\n";
        CommandRun run = Add("--force");
        Assert.That(run.Exit, Is.Zero, run.Stderr);
        Assert.That(FileTree.Read(Root), Is.EqualTo(expected));
    }

    [Test]
    public void A_folder_in_the_place_of_a_file_is_refused_by_force_too()
    {
        Directory.CreateDirectory(_folder.PathOf("shop/src/backend/jobs/worker.ts"));
        CommandRun run = Add("--force");
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Stderr, Does.Contain("error WEB0702: A folder is in the place of the worker's file. Move it away."));
    }

    [Test]
    public void A_dry_run_shows_the_same_with_a_diff_and_writes_nothing()
    {
        var before = FileTree.Read(Root);
        CommandRun dryRun = Add("--dry-run");
        Assert.That(FileTree.Read(Root), Is.EqualTo(before));
        string lines = Add().Stdout;
        Assert.That(dryRun.Stdout, Does.StartWith(lines));
        Assert.That(dryRun.Stdout[lines.Length..], Does.Contain("\n+    \"bullmq\": \"^6.7.0\",\n").And.Contain("\n+    \"ioredis\": \"^6.0.0\",\n"));
    }

    [Test]
    public void Json_lists_what_was_created()
    {
        using var document = JsonDocument.Parse(Add("--json").Stdout);
        string[] changes = [.. document.RootElement.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("kind")} {change.GetProperty("path")}")];
        Assert.That(document.RootElement.GetProperty("applied").GetBoolean(), Is.True);
        Assert.That(changes, Is.EqualTo([.. WorkerTemplate.Files().Select(file => $"create {file.Path}"), "update package.json"]));
    }

    [Test]
    public void A_package_that_is_listed_in_another_version_stays_and_that_is_said()
    {
        string manifest = File.ReadAllText(_folder.PathOf("shop/package.json")).Replace("\"croner\"", "\"bullmq\": \"5.0.0\",\n    \"croner\"", StringComparison.Ordinal);
        Write("package.json", manifest);
        CommandRun run = Add();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.Zero, run.Stderr);
            Assert.That(run.Stderr, Does.Contain("shop/package.json(22,15): warning WEB0703: 'bullmq' is listed as '5.0.0', which stays. The worker is tested with '^6.7.0'. "));
            Assert.That(File.ReadAllText(_folder.PathOf("shop/package.json")), Does.Contain("    \"bullmq\": \"5.0.0\",\n    \"croner\": \"^11.0.1\",\n    \"ioredis\": \"^6.0.0\",\n    \"pino\""));
        }
    }

    [Test]
    public void A_workspace_that_lacks_what_the_worker_builds_on_is_told_what_is_missing()
    {
        File.Delete(_folder.PathOf("shop/src/backend/env.ts"));
        File.Delete(_folder.PathOf("shop/src/backend/scheduling/watch.ts"));
        var before = FileTree.Read(Root);
        CommandRun run = Add();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(1));
            Assert.That(run.Stderr, Does.Contain("error WEB0701: The worker builds on files that this workspace lacks: 'src/backend/env.ts', 'src/backend/scheduling/watch.ts'. 'webstir init' writes them."));
            Assert.That(FileTree.Read(Root), Is.EqualTo(before));
        }
    }

    [Test]
    public void A_link_that_leads_out_of_the_workspace_is_refused()
    {
        Directory.CreateDirectory(_folder.PathOf("outside"));
        Directory.CreateSymbolicLink(_folder.PathOf("shop/src/backend/fleet"), _folder.PathOf("outside"));
        CommandRun run = Add();
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Stderr, Does.Contain("error WEB0209"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.PathOf("outside")), Is.Empty);
    }

    [Test]
    public void The_worker_is_no_job_and_a_job_may_have_its_name()
    {
        Add();
        CommandRun job = CommandRun.InProcess(Root, "add-job", "worker");
        CommandRun inspection = CommandRun.InProcess(Root, "backend-inspect", "--json");
        using var document = JsonDocument.Parse(inspection.Stdout);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Exit, Is.Zero, job.Stderr);
            Assert.That(document.RootElement.GetProperty("jobs").EnumerateArray().Select(one => one.GetProperty("name").GetString()), Is.EqualTo(["worker"]));
            Assert.That(document.RootElement.GetProperty("problems").GetArrayLength(), Is.Zero);
        }
    }

    /// <summary>What the worker imports from outside of its own folder: the list is kept by hand, and held against the sources here.</summary>
    [Test]
    public void What_the_worker_is_said_to_build_on_is_what_it_imports()
    {
        string[] own = [.. WorkerTemplate.Files().Select(file => file.Path)];
        IEnumerable<string> imported =
            from path in own
            from Match match in Import().Matches(File.ReadAllText(Path.Join(Templates, "worker", path)))
            select Path.GetRelativePath("/", Path.GetFullPath(match.Groups["path"].Value + ".ts", "/" + Path.GetDirectoryName(path)));
        Assert.That(WorkerTemplate.Needs, Is.EqualTo(imported.Except(own).Distinct().Order(StringComparer.Ordinal)));
        Assert.That(WorkerTemplate.Needs.Select(path => Path.Join(Templates, "workspace", path)), Has.All.Exist);
    }

    [GeneratedRegex("""(?:from|import|import\() ?'(?<path>\.[^']+)'""")]
    private static partial Regex Import();

    private CommandRun Add(params string[] options) => CommandRun.InProcess(_folder.Root, ["add-worker", "--workspace", "shop", .. options]);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf("shop/" + path))!);
        File.WriteAllText(_folder.PathOf("shop/" + path), text);
    }

    private FileTree Expected()
    {
        var tree = FileTree.Read(Root);
        foreach ((string path, string content) in FileTree.Read(Path.Join(Templates, "worker", "src")))
            tree["src/" + path] = content;
        tree["package.json"] = tree["package.json"].Replace(OwnPackages, Packages, StringComparison.Ordinal);
        return tree;
    }
}
