using System.Globalization;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>Adding many jobs in one call: what one of them costs, to one of a tenth as many.</summary>
internal static class GrowthRows
{
    /// <summary>Linear is 1; measurements of the same thing differ by less than this.</summary>
    private const double Most = 1.1;

    private static readonly int[] Counts = [1, 10, 100, 1_000, 10_000];

    public static LibraryRow[] OfManifests()
    {
        var manifest = ModuleManifest.Parse("{\n  \"name\": \"sample\"\n}\n");
        return Rows("ModuleManifest.AddJobs", Cost.Measure(samples: 20, [.. Counts.Select(count => Work(SampleJob.Many(count)))]));

        Work Work(JobDefinition[] jobs) => new(() => manifest.AddJobs(jobs), Calls: Math.Max(1, 2_000 / jobs.Length));
    }

    public static LibraryRow[] OfWorkspaces()
    {
        ScratchWorkspace workspace = new();
        LibraryRow[] rows = Rows("JobScaffolder.AddJobs", Cost.Measure(samples: 3, [.. Counts.Select(count => Work(SampleJob.Many(count)))]));
        workspace.Dispose();
        return rows;

        Work Work(JobDefinition[] jobs) => new(() => workspace.Scaffolder.AddJobs(jobs), Prepare: Renew);

        void Renew()
        {
            workspace.Dispose();
            workspace = new ScratchWorkspace();
        }
    }

    private static LibraryRow[] Rows(string method, Cost[] costs) => [.. Enumerable.Range(1, Counts.Length - 1).Select(index => new LibraryRow(
        string.Create(CultureInfo.InvariantCulture, $"`{method}`, one job of {Counts[index]:#,0} to one of {Counts[index - 1]:#,0}"),
        new Figure(costs[index].Time / costs[index - 1].Time / 10, Most),
        new Figure(costs[index].Bytes / costs[index - 1].Bytes / 10, Most)))];
}
