namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Not a schedule changes its meaning on the way to a scheduler.</summary>
public sealed class MeaningTests
{
    /// <summary>Tells the readings apart that two day fields, numbered weekdays and six fields have.</summary>
    private static readonly string[] Readings = ["crontab", "hangfire", "quartz", "temporal", "cloudflare", "bullmq"];

    private static IEnumerable<TestCaseData> Targets => Target.All.Select(target => new TestCaseData(target).SetArgDisplayNames(target.ToString()));

    private static IEnumerable<TestCaseData> TargetsByReading =>
        from reading in Readings
        from target in Target.All.DistinctBy(target => target.Id)
        select new TestCaseData(target, reading).SetArgDisplayNames(target.ToString(), reading);

    [TestCaseSource(nameof(Targets))]
    public Task Next_runs_of_an_exported_schedule_are_those_of_the_original(object target) => new MeaningTrial((Target)target).RunAsync();

    /// <summary>Of a workspace that says in <c>webstir.schedulers</c> how its schedules are to be read.</summary>
    [TestCaseSource(nameof(TargetsByReading))]
    [Category("Long")]
    public Task They_are_so_whoever_reads_the_original(object target, string reading) => new MeaningTrial((Target)target, reading).RunAsync();
}
