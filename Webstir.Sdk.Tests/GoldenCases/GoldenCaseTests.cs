namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>The command line's specification: each directory under <c>Cases</c> is one sentence of it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GoldenCaseTests
{
    private const int FewestCases = 60;

    private static readonly string[] Parts = ["args", "cwd", "exit", "in", "out", "stderr", "stdout"];

    private static readonly string[] OptionalParts = ["cwd", "out"];

    /// <summary>Cases that do not depend on the clock; of each kind of outcome, one.</summary>
    private static readonly string[] ProcessCases =
    [
        "add-job-in-a-bare-workspace",
        "add-job-keeps-a-description-with-emoji-and-accents",
        "add-job-refuses-a-comment-in-package-json",
        "add-job-refuses-a-missing-name",
        "dry-run-keeps-crlf-in-the-diff",
        "help-on-add-job",
        "json-of-an-added-job",
        "version-is-printed",
    ];

    [TestCaseSource(typeof(GoldenCase), nameof(GoldenCase.Names))]
    public void Case_comes_out_as_specified(string name) =>
        Check(new GoldenCase(name), CommandRun.InProcess, isUpdate: GoldenUpdate.IsWanted);

    [TestCaseSource(nameof(ProcessCases))]
    public void Process_does_the_same(string name) =>
        Check(new GoldenCase(name), CommandRun.AsProcess, isUpdate: false);

    [TestCaseSource(typeof(GoldenCase), nameof(GoldenCase.Names))]
    public void Case_is_complete(string name)
    {
        var golden = new GoldenCase(name);
        string[] parts = [.. Directory.GetFileSystemEntries(golden.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts, Is.SubsetOf(Parts));
            Assert.That(parts.Union(OptionalParts), Is.EquivalentTo(Parts));
            Assert.That(golden.HasAfter && golden.After.IsSameAs(golden.Before), Is.False, "An out/ that equals in/ is left out.");
            Assert.That(golden.HasAfter && golden.Exit != 0, Is.False, "A failing case changes nothing: it has no out/.");
        }
    }

    [Test]
    public void There_are_cases_enough() =>
        Assert.That(GoldenCase.Names().Count(), Is.GreaterThanOrEqualTo(FewestCases));

    private static void Check(GoldenCase golden, Func<string, string[], CommandRun> command, bool isUpdate)
    {
        using var workspace = new TemporaryWorkspace();
        golden.Before.Write(workspace.Root);
        string[] args = [.. golden.Args.Select(arg => Placeholders.Fill(arg, workspace.Root))];
        CommandRun run = command(workspace.PathOf(golden.WorkingFolder), args);
        if (isUpdate)
            GoldenUpdate.Accept(golden, run, workspace.Root);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(golden.Exit));
            Assert.That(run.Stdout, Is.EqualTo(Placeholders.Fill(golden.Stdout, workspace.Root)));
            Assert.That(run.Stderr, Is.EqualTo(Placeholders.Fill(golden.Stderr, workspace.Root)));
            Assert.That(FileTree.Read(workspace.Root), Is.EqualTo(golden.After));
        }
    }
}
