using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Workflows as GitHub runs them.</summary>
public sealed class WorkflowTests
{
    [Test]
    public async Task Jobs_that_share_a_schedule_share_one_start()
    {
        using var workspace = new ExportWorkspace([Build.Job("one", "0 5 * * *"), Build.Job("two", "0 5 * * *"), Build.Job("three", "0 6 * * *")]);
        IReadOnlyList<DeployedJob> jobs = await WorkflowReader.ReadAsync(workspace.Export("github-actions"));
        Assert.That(jobs.Select(job => $"{job.Job} {job.Trigger}"), Is.EqualTo(new[] { "one 0 5 * * *", "two 0 5 * * *", "three 0 6 * * *" }));
    }

    [Test]
    public void The_same_schedule_in_two_zones_is_refused()
    {
        using var workspace = new ExportWorkspace([Build.Job("here", "0 5 * * *"), Build.Job("there", "CRON_TZ=Asia/Tokyo 0 5 * * *")]);
        Problem problem = workspace.Plan("github-actions").Problems.Single(problem => problem.Severity == Severity.Error);
        Assert.That(problem.Code, Is.EqualTo("WEB0504"));
        Assert.That(problem.Message, Does.StartWith("The jobs 'here' and 'there' have the schedule '0 5 * * *' in different zones"));
    }

    [Test]
    public void What_is_more_often_than_every_five_minutes_is_refused()
    {
        using var workspace = new ExportWorkspace([Build.Job("often", "*/2 * * * *")]);
        Problem problem = workspace.Plan("github-actions").Problems.Single();
        Assert.That((problem.Code, problem.Hint), Is.EqualTo(("WEB0504", "The nearest is '*/6 * * * *'.")));
    }
}
