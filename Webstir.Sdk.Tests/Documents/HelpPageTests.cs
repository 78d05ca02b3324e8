using System.Text.RegularExpressions;
using Webstir.Cli.Help;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Documents;

/// <summary><c>webstir help</c>: a page on each subject and each error code, whose examples are true.</summary>
[Parallelizable(ParallelScope.All), Platform("Linux")]
public sealed partial class HelpPageTests
{
    private const int Width = 110;

    /// <summary>Folders whose code, or generated code, reports problems.</summary>
    private static readonly string[] Sources = ["Webstir.Sdk", "Webstir.Sdk.MSBuild", "Webstir.Cli", "templates/job", "templates/workspace", "templates/worker", "templates/export"];

    /// <summary>Codes whose example is quoted, not played: they take what a test of a page cannot bring about.</summary>
    private static readonly Dictionary<string, string> Quoted = new()
    {
        ["WEB0004"] = "a disk that fails where no other code covers it",
        ["WEB0111"] = "a mistake of our own; EditProofTests",
        ["WEB0204"] = "a full disk; FullDisk and FailingSystemCallTests",
        ["WEB0205"] = "another program that writes in the same instant; OtherEditorTests",
        ["WEB0211"] = "a drive without locks; FailingSystemCallTests",
        ["WEB0214"] = "a kill at the right moment; RecoveryTests",
        ["WEB0215"] = "a network file system; HeldLockTests",
        ["WEB0216"] = "a kill of a later version; RecoveryTests",
        ["WEB0217"] = "a folder of somebody else; RecoveryTests",
        ["WEB0218"] = "a kill at the right moment; RecoveryTests",
        ["WEB0421"] = "a program that calls the library; ScheduleValidatorTests",
        ["WEB0602"] = "a machine without Node; BuildTests",
        ["WEB0603"] = "a workspace with its packages; BuildTests",
        ["WEB0604"] = "a workspace with its packages; BuildTests",
        ["WEB0605"] = "a workspace with its packages; IngestedManifestTests",
        ["WEB0801"] = "a .NET project; CheckedBuildTests",
    };

    private static IEnumerable<string> Pages => [.. HelpPages.Topics, .. HelpPages.Codes];

    private static IEnumerable<string> PagesWithSessions => Pages.Where(name => Blocks(name).Any(ShellSession.IsIn));

    private static IEnumerable<string> Codes => HelpPages.Codes;

    [Test]
    public void Each_code_that_the_sources_name_has_a_page_and_each_page_a_code_that_they_name()
    {
        IEnumerable<string> named = from folder in Sources
                                    let path = Path.Join(ProjectFolder.Repository, folder)
                                    where Directory.Exists(path)
                                    from file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                                    where IsSource(Path.GetRelativePath(path, file))
                                    from Match match in Literal().Matches(File.ReadAllText(file))
                                    select match.Groups["code"].Value;
        Assert.That(HelpPages.Codes, Is.EquivalentTo(named.Distinct()), "A page is a file Webstir.Cli/Help/WEBnnnn.md.");
    }

    [TestCaseSource(nameof(Codes))]
    public void Page_of_a_code_says_what_it_means_and_why_and_what_to_do(string code)
    {
        string page = HelpPages.Find(code)!;
        Assert.That(page, Does.StartWith($"# {code}: "));
        int[] places = [.. new[] { "\nExample", "\nWhy: ", "\nTo mend it: " }.Select(part => page.IndexOf(part, StringComparison.Ordinal))];
        Assert.That(places, Is.Ordered.And.All.Positive);
        Assert.That(Blocks(code).Any(block => block.Contains(code, StringComparison.Ordinal) || !ShellSession.IsIn(block)), "The example shows the error.");
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_fits_a_terminal(string name)
    {
        string[] lines = HelpPages.Find(name)!.Split('\n');
        Assert.That(lines, Has.None.Contains("\t").And.None.EndsWith(" "));
        Assert.That(lines.Where(line => !line.StartsWith("    ", StringComparison.Ordinal)), Has.All.Length.LessThanOrEqualTo(Width));
    }

    [TestCaseSource(nameof(PagesWithSessions))]
    public async Task Session_on_a_page_comes_out_as_shown(string name)
    {
        using var shell = new ScratchShell();
        IReadOnlyList<ScratchShell.Outcome> outcomes = await shell.PlayAsync(ShellSession.Read(string.Join('\n', Blocks(name).Where(ShellSession.IsIn))));
        Assert.That(outcomes.Where(outcome => !outcome.IsAsShown).Select(outcome => outcome.Report), Is.Empty);
    }

    [TestCaseSource(nameof(Codes))]
    public void File_on_a_page_leads_to_its_code(string code)
    {
        string[] blocks = Blocks(code);
        Assert.That(blocks.All(IsPlayed), Is.Not.EqualTo(Quoted.ContainsKey(code)), "An example is a session, or a package.json, or it is listed here as quoted.");
        foreach (string manifest in blocks.Where(IsManifest))
        {
            using var workspace = new TestWorkspace(manifest + "\n");
            Assert.That(CommandRun.InProcess(workspace.Root, "backend-inspect").Stderr, Does.Contain($" {code}: "));
        }
    }

    [Test]
    public void Overview_names_all_subjects()
    {
        string overview = CommandRun.InProcess(ProjectFolder.Tests, "help").Stdout;
        Assert.That(HelpPages.Topics.Where(topic => !overview.Contains(topic, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Page_on_errors_lists_all_codes() =>
        Assert.That(HelpPages.Codes.Where(code => !HelpPages.Find("errors")!.Contains($"\n{code}: ", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Case_of_a_code_does_not_matter() =>
        Assert.That(CommandRun.InProcess(ProjectFolder.Tests, "help", "web0102").Stdout, Does.StartWith("# WEB0102: "));

    [TestCase("error", "Did you mean 'errors'?")]
    [TestCase("exit_codes", "Did you mean 'exit-codes'?")]
    [TestCase("add-jbo", "Did you mean 'add-job'?")]
    [TestCase("weather", "Run 'webstir help' to see the commands.")]
    public void Subject_that_there_is_not_is_a_usage_error_that_names_the_nearest(string subject, string nextStep)
    {
        CommandRun run = CommandRun.InProcess(ProjectFolder.Tests, "help", subject);
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Stderr, Does.Contain(nextStep));
    }

    [TestCase("WEB9999")]
    [TestCase("web99999999999999999999")]
    public void Code_that_there_is_not_is_a_usage_error_that_names_one_that_there_is(string code)
    {
        CommandRun run = CommandRun.InProcess(ProjectFolder.Tests, "help", code);
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Stderr, Does.Match("There is no error code '.*'\\. The nearest is (" + string.Join('|', Codes) + ")\\. "));
    }

    private static bool IsSource(string path) =>
        !path.Split('/').Intersect(["bin", "obj", "node_modules", "Help"]).Any() && Path.GetExtension(path) is ".cs" or ".ts" or ".targets" or ".props" or ".scriban";

    private static bool IsManifest(string block) => block.StartsWith('{') || block.StartsWith('[');

    private static bool IsPlayed(string block) => IsManifest(block) || ShellSession.IsIn(block);

    private static string[] Blocks(string name) => [.. CodeBlock.In(HelpPages.Find(name)!).Select(block => block.Text)];

    [GeneratedRegex("(?<!///[^\n]*)(?<code>WEB[0-9]{4})")]
    private static partial Regex Literal();
}
