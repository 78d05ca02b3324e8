namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>Planning one job in a workspace that has many.</summary>
internal static class PlanRow
{
    private const int Samples = 40;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(20);

    public static IEnumerable<LibraryRow> Measure()
    {
        using var workspace = new ScratchWorkspace();
        workspace.Scaffolder.AddJobs(SampleJob.Many(10_000));
        Cost cost = Cost.Measure(Samples, new Work(() => workspace.Scaffolder.Plan(SampleJob.Nightly)))[0];
        return [new LibraryRow("`Plan` for one job beside 10,000, to 20 ms", new Figure(cost.Time / Most, 1))];
    }
}
