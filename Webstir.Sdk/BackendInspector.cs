using System.Runtime.InteropServices;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Reads what a backend declares and holds it against its sources.</summary>
public static class BackendInspector
{
    private const string Webstir = "webstir";

    private static readonly ScheduleOptions Watch = new() { Schedulers = [Webstir] };

    /// <summary>Inspects a workspace. Nothing is written.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">Now, and the time zone in which schedules are read.</param>
    /// <exception cref="WebstirException">The manifest cannot be read or is not what it should be: see <see cref="ModuleManifest"/>.</exception>
    public static BackendInspection Inspect(Workspace workspace, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        ModuleManifest manifest = ModuleManifest.Load(workspace.PathOf(Workspace.ManifestFile));
        var check = new BackendCheck(workspace, manifest, clock.GetUtcNow());
        return new BackendInspection
        {
            Workspace = workspace,
            Name = manifest.Name,
            Version = manifest.Version,
            Jobs = Inspect(manifest.Jobs, check, clock),
            Problems = [.. check.Problems().Select(problem => problem.Severity == Severity.Warning ? problem : problem with { Severity = Severity.Warning })],
        };
    }

    /// <summary>Jobs share schedules: each is looked into once.</summary>
    private static JobInspection[] Inspect(IReadOnlyList<JobDefinition> jobs, BackendCheck check, TimeProvider clock)
    {
        var schedules = new Dictionary<string, InspectedSchedule?>(jobs.Count);
        var inspections = new JobInspection[jobs.Count];
        for (int i = 0; i < inspections.Length; i++)
        {
            InspectedSchedule? schedule = null;
            if (jobs[i].Schedule is { } text)
                schedule = CollectionsMarshal.GetValueRefOrAddDefault(schedules, text, out _) ??= Inspect(text, check, clock);
            inspections[i] = Inspect(jobs[i], check.Sources[i], schedule);
        }

        return inspections;
    }

    private static InspectedSchedule Inspect(string schedule, BackendCheck check, TimeProvider clock)
    {
        // Where Webstir's own scheduler lends a valid schedule its meaning already, it would say the same again.
        ScheduleValidation checkedFor = check.Validate(schedule);
        ScheduleValidation watched = checkedFor is { IsValid: true, ReadBy.Id: Webstir } ? checkedFor : ScheduleValidator.Validate(schedule, Watch);
        DateTimeOffset? next = watched.NextOccurrence(clock.GetUtcNow(), clock.LocalTimeZone);
        JobTiming timing = Timing(watched, next);
        return new InspectedSchedule(timing, timing == JobTiming.Clock ? next : null);
    }

    private static JobInspection Inspect(JobDefinition job, JobSource source, InspectedSchedule? schedule) => new()
    {
        Job = job,
        Timing = schedule?.Timing ?? JobTiming.Unscheduled,
        NextRun = schedule?.NextRun,
        Source = source.Path,
        HasSource = source.State == JobSourceState.Present,
    };

    private static JobTiming Timing(ScheduleValidation schedule, DateTimeOffset? next) => schedule switch
    {
        { IsValid: false } => JobTiming.Elsewhere,
        { Kind: ScheduleKind.Macro } when schedule.Schedule.Trim().Equals("@reboot", StringComparison.OrdinalIgnoreCase) => JobTiming.Start,
        { Kind: ScheduleKind.Cron or ScheduleKind.Macro } => next is null ? JobTiming.Elsewhere : JobTiming.Clock,
        _ => JobTiming.Interval,
    };

    /// <param name="Timing">When the workspace's own scheduler runs it.</param>
    /// <param name="NextRun">When next; <see langword="null"/> unless by the clock.</param>
    private sealed record InspectedSchedule(JobTiming Timing, DateTimeOffset? NextRun);
}
