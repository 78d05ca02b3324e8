using System.Globalization;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Exports every schedule that means something, and compares the next runs there with those that the SDK foretells for the original.</summary>
internal sealed class MeaningTrial
{
    /// <summary>Intervals that divide the hour, the day or neither.</summary>
    private static readonly IEnumerable<string> Rates =
        [.. Enumerable.Range(2, 89).Select(n => $"rate({n} minutes)"), .. Enumerable.Range(2, 23).Select(n => $"rate({n} hours)"), "rate(1 day)", "rate(7 days)", "rate(31 days)"];

    private readonly Target _target;
    private readonly string? _reading;
    private readonly Dictionary<string, ScheduleValidation> _originals;

    /// <param name="target">Where to.</param>
    /// <param name="reading">Scheduler that lends the originals their meaning; <see langword="null"/> for Webstir's own reading.</param>
    public MeaningTrial(Target target, string? reading = null)
    {
        _target = target;
        _reading = reading;
        var options = new ScheduleOptions { Schedulers = reading is null ? null : [reading] };
        _originals = Vector.All.Select(vector => vector.Schedule).Concat(Rates)
            .Select(schedule => ScheduleValidator.Validate(schedule, options)).Where(schedule => schedule.IsValid)
            .Select((schedule, i) => (string.Create(CultureInfo.InvariantCulture, $"job{i:000}"), schedule)).ToDictionary();
    }

    public async Task RunAsync()
    {
        using var workspace = new ExportWorkspace(_originals.Select(original => Build.Job(original.Key, original.Value.Schedule)), _reading);
        Dictionary<string, ChangePlan> plans = _originals.Keys.ToDictionary(name => name, name => workspace.Plan(_target.Id, _target.Format, name));
        string[] accepted = [.. _originals.Keys.Where(name => plans[name].CanApply)];
        ILookup<string, DeployedJob> jobs = (await _target.ReadAsync(workspace.Export(_target.Id, _target.Format, accepted))).ToLookup(job => job.Job);
        Dictionary<(string, string?), DateTimeOffset[]> runs = await RunsAsync(jobs.SelectMany(job => job));

        using (Assert.EnterMultipleScope())
        {
            foreach (string name in accepted)
                AssertSame(_originals[name], [.. jobs[name]], runs, plans[name]);
            foreach (string name in _originals.Keys.Except(accepted))
                AssertRefused(_originals[name], plans[name]);
        }

        Print(accepted, jobs, plans);
    }

    private void AssertSame(ScheduleValidation original, DeployedJob[] jobs, Dictionary<(string, string?), DateTimeOffset[]> runs, ChangePlan plan)
    {
        string what = $"'{original.Schedule}' as {string.Join(" and ", jobs.Select(job => $"'{job.Trigger}'"))}";
        bool countsOnce = _target.IsUnion || Says(plan, "it runs twice");
        IEnumerable<DateTimeOffset> all = jobs.SelectMany(job => runs[(job.Trigger, job.Zone)]);
        IEnumerable<DateTimeOffset> there = (countsOnce ? all.Distinct() : all).Order().Take(Engine.Runs);
        // Intervals that are counted from elsewhere keep their distance only, and the plan says so.
        bool isElsewhere = Says(plan, "counted from a fixed moment") || Says(plan, "and from 1970");
        DateTimeOffset[] here = [.. original.NextOccurrences(Vector.Start, Engine.Runs, TimeZoneInfo.Utc)];
        Assert.That(isElsewhere ? Distances(there) : there.Select(run => run - Vector.Start), Is.EqualTo(isElsewhere ? Distances(here) : here.Select(run => run - Vector.Start)), what);

        bool hasShifted = original.Kind == ScheduleKind.Rate && jobs.Any(job => job.Interval is null);
        Assert.That(!hasShifted || Says(plan, "keeps to the clock there"), $"{what} shifts without a warning");
    }

    private void AssertRefused(ScheduleValidation original, ChangePlan plan)
    {
        Problem[] errors = [.. plan.Problems.Where(problem => problem.Severity == Severity.Error)];
        Assert.That(errors, Has.Length.EqualTo(1), $"'{original.Schedule}'");
        Assert.That(errors[0], Has.Property("Code").EqualTo("WEB0504").And.Property("Hint").Not.Null, $"'{original.Schedule}'");
        bool isSame = original.Schedulers.TryGetValue(_target.Id, out SchedulerVerdict? verdict) && verdict is { Accepted: true, Meaning: null };
        // crontab needs both days where a field begins with a star; the exporter leaves that trap alone.
        Assert.That(!isSame || Says(plan, "at most") || Says(plan, "only one of the two day fields"), $"'{original.Schedule}' is refused and need not be: {plan.Problems[0].Message}");
    }

    private static IEnumerable<TimeSpan> Distances(IEnumerable<DateTimeOffset> runs) => runs.Zip(runs.Skip(1), (run, next) => next - run);

    private static bool Says(ChangePlan plan, string text) => plan.Problems.Any(problem => problem.Message.Contains(text, StringComparison.Ordinal));

    /// <summary>Next runs of every trigger.</summary>
    private async Task<Dictionary<(string, string?), DateTimeOffset[]>> RunsAsync(IEnumerable<DeployedJob> jobs)
    {
        DeployedJob[] distinct = [.. jobs.DistinctBy(job => (job.Trigger, job.Zone))];
        DeployedJob[] patterns = [.. distinct.Where(job => job is { Interval: null, At: null, Trigger: not "@reboot" })];
        Dictionary<(string, string?), DateTimeOffset[]> runs = patterns.Select(job => (job.Trigger, job.Zone)).Zip(await _target.Engine.NextRunsAsync(patterns)).ToDictionary();
        foreach (DeployedJob job in distinct.Except(patterns))
            runs.Add((job.Trigger, job.Zone), job.Interval is { } interval ? Every(interval, job.Phase) : job.At > Vector.Start ? [job.At.Value] : []);
        return runs;
    }

    /// <summary>From the start on, or, with a phase, from 1970 on.</summary>
    private static DateTimeOffset[] Every(TimeSpan interval, TimeSpan? phase)
    {
        DateTimeOffset from = phase is null ? Vector.Start : DateTimeOffset.UnixEpoch + phase.Value + (Math.Floor((Vector.Start - DateTimeOffset.UnixEpoch - phase.Value) / interval) * interval);
        return [.. Enumerable.Range(1, Engine.Runs).Select(n => from + (n * interval))];
    }

    private void Print(string[] accepted, ILookup<string, DeployedJob> jobs, Dictionary<string, ChangePlan> plans)
    {
        int inParts = accepted.Count(name => jobs[name].Count() > 1);
        int warned = accepted.Count(name => plans[name].Problems.Count > 0);
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"| {_target,-26} | {_target.Engine.Name,-37} | {accepted.Length,3} exported, all agree | {inParts,2} in parts | {warned,2} with a warning | {_originals.Count - accepted.Length,3} refused |"));
    }
}
