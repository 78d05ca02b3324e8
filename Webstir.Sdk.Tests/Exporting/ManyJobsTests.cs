using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>A file of all jobs takes any number of them.</summary>
internal sealed class ManyJobsTests
{
    /// <summary>More than twice what a loop of Scriban's does if nobody says otherwise: some templates loop twice a job.</summary>
    private const int Count = 2100;

    [TestCaseSource(typeof(Target), nameof(Target.All))]
    public void Every_job_is_exported(Target target)
    {
        using var workspace = new ExportWorkspace(Enumerable.Range(0, Count).Select(i => new JobDefinition { Name = JobName.Parse($"job{i:0000}"), Schedule = "0 0 * * *" }));
        ChangePlan plan = workspace.Plan(target.Id, target.Format);
        string text = string.Concat(plan.Changes.Select(change => change.Path + Encoding.UTF8.GetString(change.After!.Value.Span)));
        Assert.That(Enumerable.Range(0, Count).Where(i => !text.Contains($"job{i:0000}", StringComparison.OrdinalIgnoreCase)), Is.Empty, string.Join('\n', plan.Problems.Take(3)));
    }
}
