using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Reads what a backend declares and holds it against its sources.</summary>
public static class BackendInspector
{
    private static readonly ScheduleOptions Watch = new() { Schedulers = ["webstir"] };

    /// <summary>Inspects a workspace. Nothing is written.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">Now, and the time zone in which schedules are read.</param>
    /// <exception cref="WebstirException">The manifest cannot be read or is not what it should be: see <see cref="ModuleManifest"/>.</exception>
    public static BackendInspection Inspect(Workspace workspace, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        ModuleManifest manifest = ModuleManifest.Load(workspace.PathOf(Workspace.ManifestFile));
        JobSources sources = JobSources.Read(workspace);
        var schedules = new Dictionary<string, InspectedSchedule>();
        var jobs = new List<JobInspection>();
        var problems = new List<Problem>();
        IReadOnlyList<string>? schedulers = manifest.Schedulers;
        for (int i = 0; i < manifest.Jobs.Count; i++)
        {
            JobDefinition job = manifest.Jobs[i];
            JobSource source = sources.Find(job.Name);
            InspectedSchedule? schedule = job.Schedule is null ? null : Find(schedules, job.Schedule, schedulers, clock);
            jobs.Add(Inspect(job, source, schedule));
            problems.AddRange(Problems(job, source, schedule).Select(problem => problem with { Path = workspace.PathOf(Workspace.ManifestFile), Position = manifest.PositionOf(i) }));
        }

        return new BackendInspection
        {
            Workspace = workspace,
            Name = manifest.Name,
            Version = manifest.Version,
            Jobs = jobs,
            Problems = [.. problems, .. Unrecorded(workspace, manifest, sources)],
        };
    }

    /// <summary>Jobs share schedules: each is looked into once.</summary>
    private static InspectedSchedule Find(Dictionary<string, InspectedSchedule> known, string schedule, IReadOnlyList<string>? schedulers, TimeProvider clock)
    {
        if (known.TryGetValue(schedule, out InspectedSchedule? found))
            return found;

        DateTimeOffset now = clock.GetUtcNow();
        ScheduleValidation watched = ScheduleValidator.Validate(schedule, Watch);
        DateTimeOffset? next = watched.NextOccurrences(now, 1, clock.LocalTimeZone) is [var first] ? first : null;
        JobTiming timing = Timing(watched, next);
        ScheduleValidation deployed = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = schedulers, From = now });
        return known[schedule] = new InspectedSchedule(timing, timing == JobTiming.Clock ? next : null, [.. ScheduleReport.Of(deployed)]);
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

    private static IEnumerable<Problem> Problems(JobDefinition job, JobSource source, InspectedSchedule? schedule)
    {
        IEnumerable<Problem> sourceless = source.State == JobSourceState.Present ? [] : [Sourceless(source)];
        IEnumerable<Problem> scheduled = schedule?.Problems ?? [];
        return sourceless.Concat(scheduled.Select(problem => problem with { Severity = Severity.Warning, Message = $"Job '{job.Name}': {problem.Message}" }));
    }

    private static Problem Sourceless(JobSource source) => Warning(
        "WEB0306",
        $"The job '{source.Name}' has an entry but no source: there is no {source.Path}.",
        source.State == JobSourceState.Blocked
            ? $"'{Printable.Quote(source.Occupant)}' is in its place: rename that, or remove the entry."
            : $"Create it with 'webstir add-job {source.Name} --force', or remove the entry.");

    private static IEnumerable<Problem> Unrecorded(Workspace workspace, ModuleManifest manifest, JobSources sources)
    {
        HashSet<string> recorded = new(manifest.Jobs.Select(job => job.Name.Value), StringComparer.OrdinalIgnoreCase);
        return from name in sources.NamesBut(recorded)
               let problem = Warning("WEB0307", $"The job '{name}' has a source but no entry in the module manifest.", $"Record it with 'webstir add-job {name} --force', or remove its folder.")
               select problem with { Path = workspace.PathOf(sources.Find(name).Path) };
    }

    private static Problem Warning(string code, string message, string hint) =>
        new() { Code = code, Message = message, Hint = hint, Severity = Severity.Warning };

    /// <param name="Timing">When the workspace's own scheduler runs it.</param>
    /// <param name="NextRun">When next; <see langword="null"/> unless by the clock.</param>
    /// <param name="Problems">What the schedulers that the workspace deploys to have against it.</param>
    private sealed record InspectedSchedule(JobTiming Timing, DateTimeOffset? NextRun, IReadOnlyList<Problem> Problems);
}
