using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests;

public class BackendInspectorTests
{
    [Test]
    public void Jobs_stand_in_the_order_of_the_manifest_with_what_is_known_of_their_source()
    {
        using var workspace = new TestWorkspace("""{"name":"demo","version":"1.2.3","webstir":{"module":{"jobs":[{"name":"b","priority":"low"},{"name":"a"}]}}}""");
        workspace.Write("src/backend/jobs/a/index.ts", "");
        BackendInspection inspection = Inspect(workspace);

        Assert.That(new[] { inspection.Name, inspection.Version }, Is.EqualTo(new[] { "demo", "1.2.3" }));
        Assert.That(inspection.Jobs.Select(job => job.Job), Is.EqualTo(new[] { Build.Job("b", priority: "low"), Build.Job("a") }));
        Assert.That(inspection.Jobs.Select(job => job.HasSource), Is.EqualTo(new[] { false, true }));
        Assert.That(inspection.Jobs.Select(job => job.Source), Is.EqualTo(new[] { "src/backend/jobs/b/index.ts", "src/backend/jobs/a/index.ts" }));
        Assert.That(inspection.Jobs.Select(job => job.NextRun), Is.All.Null, "Without a schedule there is none.");
    }

    [Test]
    public void An_entry_without_a_source_and_a_source_without_an_entry_are_pointed_out_with_the_command_that_mends_them()
    {
        using var workspace = new TestWorkspace("""{"webstir":{"module":{"jobs":[{"name":"lost"}]}}}""");
        workspace.Write("src/backend/jobs/found/index.ts", "");
        IReadOnlyList<Problem> problems = Inspect(workspace).Problems;

        Assert.That(problems.Select(problem => problem.Code), Is.EqualTo(new[] { "WEB0306", "WEB0307" }));
        Assert.That(problems.Select(problem => problem.Severity), Is.All.EqualTo(Severity.Warning));
        Assert.That(problems[0].Hint, Does.Contain("webstir add-job lost --force"));
        Assert.That(problems[1].Hint, Does.Contain("webstir add-job found --force"));
    }

    [TestCase("src/backend/jobs/scheduler.ts")]
    [TestCase("src/backend/jobs/runtime/index.ts")]
    [TestCase("src/backend/jobs/empty/readme.md")]
    public void What_is_no_job_is_not_mentioned(string file)
    {
        using var workspace = new TestWorkspace();
        workspace.Write(file, "");
        Assert.That(Inspect(workspace).Problems, Is.Empty);
    }

    [Test]
    public void A_bare_workspace_has_no_jobs_and_no_problems()
    {
        using var workspace = new TestWorkspace();
        BackendInspection inspection = Inspect(workspace);
        Assert.That(inspection.Jobs, Is.Empty);
        Assert.That(inspection.Problems, Is.Empty);
    }

    [Test]
    public void Inspecting_changes_nothing()
    {
        using var workspace = new TestWorkspace();
        workspace.Write("src/backend/jobs/found/index.ts", "");
        IReadOnlyList<string> before = workspace.Snapshot();
        Inspect(workspace);
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    private static BackendInspection Inspect(TestWorkspace workspace) => BackendInspector.Inspect(workspace.Workspace, TimeProvider.System);
}
