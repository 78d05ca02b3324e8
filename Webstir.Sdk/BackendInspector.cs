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
        var schedulers = new ScheduleOptions { Schedulers = manifest.Schedulers };
        return new BackendInspection
        {
            Workspace = workspace,
            Name = manifest.Name,
            Version = manifest.Version,
            Jobs = [.. manifest.Jobs.Select(job => Inspect(job, sources.Find(job.Name), clock))],
            Problems = [.. manifest.Jobs.SelectMany((job, index) => Problems(workspace, manifest, index, sources.Find(job.Name), schedulers)), .. Unrecorded(workspace, manifest, sources)],
        };
    }

    private static JobInspection Inspect(JobDefinition job, JobSource source, TimeProvider clock)
    {
        ScheduleValidation? schedule = job.Schedule is null ? null : ScheduleValidator.Validate(job.Schedule, Watch);
        DateTimeOffset? next = schedule?.NextOccurrences(clock.GetUtcNow(), 1, clock.LocalTimeZone) is [var first] ? first : null;
        JobTiming timing = Timing(schedule, next);
        return new JobInspection
        {
            Job = job,
            Timing = timing,
            NextRun = timing == JobTiming.Clock ? next : null,
            Source = source.Path,
            HasSource = source.State == JobSourceState.Present,
        };
    }

    private static JobTiming Timing(ScheduleValidation? schedule, DateTimeOffset? next) => schedule switch
    {
        null => JobTiming.Unscheduled,
        { IsValid: false } => JobTiming.Elsewhere,
        { Kind: ScheduleKind.Macro } when schedule.Schedule.Trim().Equals("@reboot", StringComparison.OrdinalIgnoreCase) => JobTiming.Start,
        { Kind: ScheduleKind.Cron or ScheduleKind.Macro } => next is null ? JobTiming.Elsewhere : JobTiming.Clock,
        _ => JobTiming.Interval,
    };

    /// <summary>What is wrong with an entry, placed at the entry.</summary>
    private static IEnumerable<Problem> Problems(Workspace workspace, ModuleManifest manifest, int index, JobSource source, ScheduleOptions schedulers)
    {
        JobDefinition job = manifest.Jobs[index];
        IEnumerable<Problem> schedule = job.Schedule is null ? [] : ScheduleReport.Of(ScheduleValidator.Validate(job.Schedule, schedulers));
        IEnumerable<Problem> sourceless = source.State == JobSourceState.Present ? [] : [Sourceless(source)];
        return sourceless.Concat(schedule.Select(problem => problem with { Severity = Severity.Warning, Message = $"Job '{job.Name}': {problem.Message}" }))
            .Select(problem => problem with { Path = workspace.PathOf(Workspace.ManifestFile), Position = manifest.PositionOf(index) });
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
        return from name in sources.Names
               where !recorded.Contains(name.Value)
               let problem = Warning("WEB0307", $"The job '{name}' has a source but no entry in the module manifest.", $"Record it with 'webstir add-job {name} --force', or remove its folder.")
               select problem with { Path = workspace.PathOf(sources.Find(name).Path) };
    }

    private static Problem Warning(string code, string message, string hint) =>
        new() { Code = code, Message = message, Hint = hint, Severity = Severity.Warning };
}
