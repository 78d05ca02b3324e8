using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests;

public class WorkspaceCheckerTests
{
    [Test]
    public void A_sound_workspace_has_no_problems()
    {
        using TestWorkspace workspace = With("""{"name":"nightly","schedule":"0 0 * * *"}""");
        Assert.That(Check(workspace), Is.Empty);
    }

    [Test]
    public void A_mistake_in_a_schedule_is_an_error_at_its_own_line_and_column()
    {
        using TestWorkspace workspace = With("""{"name": "nightly", "schedule": "0 25 * * *"}""");
        Problem problem = Check(workspace).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem, Has.Property("Code").EqualTo("WEB0403").And.Property("Severity").EqualTo(Severity.Error));
            Assert.That(problem.Path, Is.EqualTo(workspace.PathOf("package.json")));
            Assert.That(problem.Position, Is.EqualTo(new TextPosition(4, 42)));
        }
    }

    [TestCase("""{"name":"nightly","schedule":"\u0030 25 * * *"}""", 44, Description = "The escape is six columns wide")]
    [TestCase("""{"schedule":"0 25 * * *","name":"nightly"}""", 22)]
    [TestCase("""{"description":"😀","name":"nightly","schedule":"0 25 * * *"}""", 58, Description = "UTF-16 units, as editors count")]
    public void Columns_are_those_of_the_file(string entry, int column)
    {
        using TestWorkspace workspace = With(entry);
        Assert.That(Check(workspace).Single().Position, Is.EqualTo(new TextPosition(4, column)));
    }

    [Test]
    public void A_schedule_that_never_fires_is_an_error()
    {
        using TestWorkspace workspace = With("""{"name":"nightly","schedule":"0 0 31 2 *"}""");
        Assert.That(Said(workspace), Is.EqualTo(["error WEB0414"]));
    }

    [Test]
    public void A_schedule_that_may_be_misread_is_a_warning()
    {
        using TestWorkspace workspace = With("""{"name":"nightly","schedule":"0 0 1 * MON"}""");
        Assert.That(Said(workspace), Is.EqualTo(["warning WEB0410"]));
    }

    [TestCase("[]", ExpectedResult = new string[0])]
    [TestCase("""["kubernetes"]""", ExpectedResult = new[] { "error WEB0407" })]
    [TestCase("""["eventbridge"]""", ExpectedResult = new string[0])]
    [TestCase("""["kubernets"]""", ExpectedResult = new[] { "error WEB0112" })]
    public string[] A_schedule_must_suit_the_schedulers_that_the_workspace_deploys_to(string schedulers)
    {
        using TestWorkspace workspace = With("""{"name":"nightly","schedule":"rate(5 minutes)"}""", schedulers);
        return Said(workspace);
    }

    [Test]
    public void An_entry_without_source_is_an_error_and_a_source_without_entry_a_warning()
    {
        using TestWorkspace workspace = With("""{"name":"lost"}""");
        workspace.Write("src/backend/jobs/found/index.ts", "");
        IReadOnlyList<Problem> problems = Check(workspace);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said(workspace), Is.EqualTo(["error WEB0306", "warning WEB0307"]));
            Assert.That(problems[0].Position, Is.EqualTo(new TextPosition(4, 7)));
            Assert.That(problems[1].Path, Is.EqualTo(workspace.PathOf("src/backend/jobs/found/index.ts")));
        }
    }

    [Test]
    public void Two_jobs_of_one_name_are_an_error_at_the_second()
    {
        using TestWorkspace workspace = With("""{"name":"nightly"}, {"name":"Nightly"}""");
        Problem problem = Check(workspace).Single();
        Assert.That(problem, Has.Property("Code").EqualTo("WEB0109").And.Property("Position").EqualTo(new TextPosition(4, 27)));
    }

    [Test]
    public void A_folder_that_is_no_workspace_is_an_error_as_well()
    {
        using var folder = new TemporaryFolder();
        Assert.That(WorkspaceChecker.Check(folder.Root, TimeProvider.System).Single().Code, Is.EqualTo("WEB0202"));
    }

    [Test]
    public void Checking_changes_nothing()
    {
        using TestWorkspace workspace = With("""{"name":"nightly","schedule":"0 25 * * *"}""");
        IReadOnlyList<string> before = workspace.Snapshot();
        Check(workspace);
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    /// <summary>A workspace whose entries stand on line 4 from column 7, and whose job <c>nightly</c> has a source.</summary>
    private static TestWorkspace With(string entries, string schedulers = "[]")
    {
        var workspace = new TestWorkspace($$"""
            {
              "webstir": {
                "schedulers": {{schedulers}}, "module": { "jobs": [
                  {{entries}}
                ] }
              }
            }
            """);
        if (entries.Contains("nightly", StringComparison.Ordinal))
            workspace.Write("src/backend/jobs/nightly/index.ts", "");
        return workspace;
    }

    private static IReadOnlyList<Problem> Check(TestWorkspace workspace) => WorkspaceChecker.Check(workspace.Root, TimeProvider.System);

    private static string[] Said(TestWorkspace workspace) =>
        [.. Check(workspace).Select(problem => $"{(problem.Severity == Severity.Error ? "error" : "warning")} {problem.Code}")];
}
