using System.Globalization;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Not a schedule changes its meaning on the way to a scheduler: all vectors, by the schedulers' own engines.</summary>
public sealed class MeaningTests
{
    /// <summary>Intervals that divide the hour, the day or neither.</summary>
    private static readonly IEnumerable<string> Rates =
        [.. Enumerable.Range(2, 89).Select(n => $"rate({n} minutes)"), .. Enumerable.Range(2, 23).Select(n => $"rate({n} hours)"), "rate(1 day)", "rate(7 days)", "rate(31 days)"];

    /// <summary>What every schedule means to the SDK, by the name of its job. Those that mean nothing are none of an exporter's business.</summary>
    private static readonly Dictionary<string, ScheduleValidation> Originals = Vector.All.Select(vector => vector.Schedule).Concat(Rates)
        .Select(schedule => ScheduleValidator.Validate(schedule)).Where(schedule => schedule.IsValid)
        .Select((schedule, i) => (string.Create(CultureInfo.InvariantCulture, $"job{i:000}"), schedule)).ToDictionary();

    private static IEnumerable<TestCaseData> Targets => Target.All.Select(target => new TestCaseData(target).SetArgDisplayNames(target.ToString()));

    [TestCaseSource(nameof(Targets))]
    public async Task Next_runs_of_an_exported_schedule_are_those_of_the_original(object row)
    {
        var target = (Target)row;
        using var workspace = new ExportWorkspace(Originals.Select(original => Build.Job(original.Key, original.Value.Schedule)));
        Dictionary<string, ChangePlan> plans = Originals.Keys.ToDictionary(name => name, name => workspace.Plan(target.Id, target.Format, name));
        string[] accepted = [.. Originals.Keys.Where(name => plans[name].CanApply)];
        ILookup<string, DeployedJob> jobs = (await target.ReadAsync(workspace.Export(target.Id, target.Format, accepted))).ToLookup(job => job.Job);
        Dictionary<(string, string?), DateTimeOffset[]> runs = await RunsAsync(target.Engine, jobs.SelectMany(job => job));

        using (Assert.EnterMultipleScope())
        {
            foreach (string name in accepted)
                AssertSame(Originals[name], jobs[name].SelectMany(job => runs[(job.Trigger, job.Zone)]), target.IsUnion || Says(plans[name], "it runs twice"), Triggers(jobs[name]));
            foreach (string name in accepted)
                AssertWarned(Originals[name], jobs[name], plans[name]);
            foreach (string name in Originals.Keys.Except(accepted))
                AssertRefused(target, name, plans[name]);
        }

        Print(target, accepted, jobs, plans);
    }

    private static void AssertSame(ScheduleValidation original, IEnumerable<DateTimeOffset> runs, bool countsOnce, string triggers)
    {
        IEnumerable<DateTimeOffset> there = countsOnce ? runs.Distinct() : runs;
        Assert.That(there.Order().Take(Engine.Runs), Is.EqualTo(original.NextOccurrences(Vector.Start, Engine.Runs, TimeZoneInfo.Utc)), $"'{original.Schedule}' as {triggers}");
    }

    private static void AssertWarned(ScheduleValidation original, IEnumerable<DeployedJob> jobs, ChangePlan plan)
    {
        bool hasShifted = original.Kind == ScheduleKind.Rate && jobs.Any(job => job.Interval is null);
        Assert.That(!hasShifted || Says(plan, "WEB0505"), $"'{original.Schedule}' as {Triggers(jobs)} shifts without a warning");
    }

    private static string Triggers(IEnumerable<DeployedJob> jobs) => string.Join(" and ", jobs.Select(job => $"'{job.Trigger}'"));

    private static void AssertRefused(Target target, string name, ChangePlan plan)
    {
        ScheduleValidation original = Originals[name];
        Problem[] errors = [.. plan.Problems.Where(problem => problem.Severity == Severity.Error)];
        Assert.That(errors, Has.Length.EqualTo(1), $"'{original.Schedule}'");
        Assert.That(errors[0], Has.Property("Code").EqualTo("WEB0504").And.Property("Hint").Not.Null, $"'{original.Schedule}'");
        bool isSame = original.Schedulers.TryGetValue(target.Id, out SchedulerVerdict? verdict) && verdict is { Accepted: true, Meaning: null };
        Assert.That(!isSame || Says(plan, "at most"), $"'{original.Schedule}' is refused and need not be: {plan.Problems[0].Message}");
    }

    private static bool Says(ChangePlan plan, string text) => plan.Problems.Any(problem => problem.Code == text || problem.Message.Contains(text, StringComparison.Ordinal));

    /// <summary>Next runs of every trigger.</summary>
    private static async Task<Dictionary<(string, string?), DateTimeOffset[]>> RunsAsync(Engine engine, IEnumerable<DeployedJob> jobs)
    {
        DeployedJob[] distinct = [.. jobs.DistinctBy(job => (job.Trigger, job.Zone))];
        DeployedJob[] patterns = [.. distinct.Where(job => job is { Interval: null, At: null, Trigger: not "@reboot" })];
        Dictionary<(string, string?), DateTimeOffset[]> runs = patterns.Select(job => (job.Trigger, job.Zone)).Zip(await engine.NextRunsAsync(patterns)).ToDictionary();
        foreach (DeployedJob job in distinct.Except(patterns))
            runs.Add((job.Trigger, job.Zone), job.Interval is { } interval ? Every(interval) : job.At > Vector.Start ? [job.At.Value] : []);
        return runs;
    }

    private static DateTimeOffset[] Every(TimeSpan interval) => [.. Enumerable.Range(1, Engine.Runs).Select(n => Vector.Start + (n * interval))];

    private static void Print(Target target, string[] accepted, ILookup<string, DeployedJob> jobs, Dictionary<string, ChangePlan> plans)
    {
        int split = accepted.Count(name => jobs[name].Count() > 1);
        int shifted = accepted.Count(name => Says(plans[name], "WEB0505"));
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"| {target,-30} | {target.Engine.Name,-38} | {accepted.Length,3} exported, all agree | {split,2} in parts | {shifted,2} with a warning | {Originals.Count - accepted.Length,3} refused |"));
    }
}
