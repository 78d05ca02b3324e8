using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli;
using Webstir.Cli.Completion;
using Webstir.Cli.Output;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Completion;

/// <summary>What may stand at the cursor.</summary>
public sealed class CompleterTests
{
    /// <summary>Values that nobody can list. What takes another kind of value belongs in <see cref="ValueCompletion"/>, or here.</summary>
    private static readonly string[] FreeText = ["SCHEDULE", "TEXT", "PRIORITY", "SECONDS", "INSTANT", "ZONE", "SETTING"];

    /// <summary>Names of all commands.</summary>
    public static IEnumerable<string> Commands => Tree.Commands.Select(command => command.Name);

    private static BufferedConsole Console { get; } = new();

    private static CommandLineApplication Tree => WebstirCommand.Build(Console, "/", TimeProvider.System, new Printer(Console.Out, Console.Error, "/"), []);

    private TestWorkspace _shop = null!;

    [SetUp]
    public void Make_a_shop()
    {
        _shop = new TestWorkspace("""{ "webstir": { "module": { "jobs": [{ "name": "nightly", "schedule": "@daily" }, { "name": "v1.2_x-y", "description": "a\tb\nc" }] } } }""");
        Directory.CreateDirectory(_shop.PathOf("src/backend/jobs/nightly"));
        Directory.CreateDirectory(_shop.PathOf("src/backend/jobs/found"));
        Directory.CreateDirectory(_shop.PathOf("src/backend/jobs/no job"));
    }

    [TearDown]
    public void Remove() => _shop.Dispose();

    [Test]
    public void Commands_are_those_of_the_tree() =>
        Assert.That(Words("webstir "), Is.SupersetOf(Commands));

    [TestCaseSource(nameof(Commands))]
    public void Options_of_a_command_are_all_its_long_ones(string name)
    {
        CommandLineApplication command = Tree.Commands.Single(command => command.Name == name);
        Assert.That(Words($"webstir {name} --"), Is.EquivalentTo(command.Options.Select(option => "--" + option.LongName).Append("--")));
    }

    [TestCaseSource(nameof(Commands))]
    public void Values_that_can_be_listed_are(string name)
    {
        CommandLineApplication command = Tree.Commands.Single(command => command.Name == name);
        IEnumerable<string?> values = [.. command.Options.Where(option => option.OptionType != CommandOptionType.NoValue).Select(option => option.ValueName), .. command.Arguments.Select(argument => argument.Name)];
        Assert.That(values.Where(value => ValueCompletion.Of(value) is null).Except(FreeText), Is.Empty);
    }

    [TestCase("webstir add", "add-job add-worker")]
    [TestCase("webstir remove-job ", "nightly v1.2_x-y")]
    [TestCase("webstir update-job v", "v1.2_x-y")]
    [TestCase("webstir remove-job --dry-run n", "nightly")]
    [TestCase("webstir remove-job -- n", "nightly")]
    [TestCase("webstir remove-job nightly ", "", Description = "One is enough")]
    [TestCase("webstir add-job ", "found", Description = "A folder that --force adopts")]
    [TestCase("webstir add-job x --sch", "--schedule --scheduler")]
    [TestCase("webstir add-job x --schedule @daily --sch", "--scheduler", Description = "Given already")]
    [TestCase("webstir add-job x --schedule=@daily --sch", "--scheduler")]
    [TestCase("webstir add-job x -s @daily --sch", "--scheduler")]
    [TestCase("webstir add-job x --scheduler webstir --scheduler c", "crontab cloud-scheduler croner cloudflare")]
    [TestCase("webstir add-job x --scheduler=kub", "--scheduler=kubernetes")]
    [TestCase("webstir build --runtime ", "backend")]
    [TestCase("webstir build -r ", "backend")]
    [TestCase("webstir completions ", "bash zsh fish powershell")]
    [TestCase("webstir help sch", "schedules")]
    [TestCase("webstir help WEB010", "WEB0101 WEB0102 WEB0103 WEB0104 WEB0105 WEB0106 WEB0107 WEB0108 WEB0109")]
    [TestCase("webstir help add", "add-job add-worker")]
    [TestCase("webstir init ", "api :folders")]
    [TestCase("webstir init api ", ":folders")]
    [TestCase("webstir add-job -w ", ":folders")]
    [TestCase("webstir add-job --workspace=", ":folders")]
    [TestCase("webstir add-job x --description n", "", Description = "Free text")]
    [TestCase("webstir deploy ", "")]
    [TestCase("webstir ADD-JOB x --forc", "--force")]
    [TestCase("webstir --v", "--version")]
    public void Words_at_the_cursor(string line, string words) => Assert.That(Words(line), Is.EqualTo(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void Workspace_that_is_named_earlier_on_the_line_is_the_one_that_is_asked()
    {
        string elsewhere = Path.GetTempPath();
        Assert.That(Words($"webstir remove-job -w '{_shop.Root}' n", elsewhere), Is.EqualTo(["nightly"]));
        Assert.That(Words($"webstir remove-job --workspace={_shop.Root} n", elsewhere), Is.EqualTo(["nightly"]));
    }

    [Test]
    public void Description_is_one_line() =>
        Assert.That(Answer("webstir remove-job v", _shop.Root).Stdout, Is.EqualTo("v1.2_x-y\ta<U+0009>b<U+000A>c\n"));

    [TestCase("{", Description = "Broken")]
    [TestCase("""{ "webstir": { "module": { "jobs": [{ "name": "$(rm -rf ~)" }] } } }""", Description = "Refused, so that no odd name reaches a shell")]
    public void Manifest_that_cannot_be_read_leads_to_no_word_and_no_complaint(string manifest)
    {
        _shop.Write("package.json", manifest);
        Assert.That(Answer("webstir remove-job ", _shop.Root), Is.EqualTo(new CommandRun(0, "", "")));
    }

    [Test]
    public void No_workspace_leads_to_no_word_and_no_complaint()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Answer("webstir remove-job ", folder.Root), Is.EqualTo(new CommandRun(0, "", "")));
        Assert.That(Answer("webstir remove-job -w /nowhere ", folder.Root), Is.EqualTo(new CommandRun(0, "", "")));
        Assert.That(Answer("webstir remove-job -w '' ", folder.Root), Is.EqualTo(new CommandRun(0, "", "")));
    }

    private string[] Words(string line, string? folder = null) =>
        [.. Answer(line, folder ?? _shop.Root).Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(found => found.Split('\t')[0])];

    private static CommandRun Answer(string line, string folder) => CommandRun.InProcess(folder, "complete", "bash", line);
}
