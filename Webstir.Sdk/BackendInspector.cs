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
        JobInspection[] jobs = [.. manifest.Jobs.Select(job => Inspect(workspace, job, clock))];
        IEnumerable<Problem> problems = [.. jobs.SelectMany(job => Problems(workspace, manifest, job)), .. Unrecorded(workspace, manifest)];
        return new BackendInspection
        {
            Workspace = workspace,
            Name = manifest.Name,
            Version = manifest.Version,
            Jobs = jobs,
            Problems = [.. problems],
        };
    }

    private static JobInspection Inspect(Workspace workspace, JobDefinition job, TimeProvider clock)
    {
        JobSource source = JobSource.Find(workspace, job.Name);
        ScheduleValidation? schedule = job.Schedule is null ? null : ScheduleValidator.Validate(job.Schedule, Watch);
        JobTiming timing = Timing(schedule);
        return new JobInspection
        {
            Job = job,
            Timing = timing,
            NextRun = timing == JobTiming.Clock ? schedule!.NextOccurrences(clock.GetUtcNow(), 1, clock.LocalTimeZone)[0] : null,
            Source = source.Path,
            HasSource = source.State == JobSourceState.Present,
        };
    }

    private static JobTiming Timing(ScheduleValidation? schedule) => schedule switch
    {
        null => JobTiming.Unscheduled,
        { IsValid: false } => JobTiming.Elsewhere,
        { Kind: ScheduleKind.Macro } when schedule.Schedule.Trim().Equals("@reboot", StringComparison.OrdinalIgnoreCase) => JobTiming.Start,
        { Kind: ScheduleKind.Cron or ScheduleKind.Macro } => JobTiming.Clock,
        _ => JobTiming.Interval,
    };

    /// <summary>What is wrong with an entry, placed at the entry.</summary>
    private static IEnumerable<Problem> Problems(Workspace workspace, ModuleManifest manifest, JobInspection inspection)
    {
        JobDefinition job = inspection.Job;
        IEnumerable<Problem> schedule = job.Schedule is null ? [] : ScheduleReport.Of(ScheduleValidator.Validate(job.Schedule));
        IEnumerable<Problem> source = inspection.HasSource ? [] : [Sourceless(workspace, inspection)];
        return source.Concat(schedule.Select(problem => problem with { Severity = Severity.Warning, Message = $"Job '{job.Name}': {problem.Message}" }))
            .Select(problem => problem with { Path = workspace.PathOf(Workspace.ManifestFile), Position = manifest.PositionOf(job.Name) });
    }

    private static Problem Sourceless(Workspace workspace, JobInspection inspection)
    {
        JobName name = inspection.Job.Name;
        JobSource source = JobSource.Find(workspace, name);
        string hint = source.State == JobSourceState.Blocked
            ? $"'{Printable.Quote(source.Occupant)}' is in its place: rename that, or remove the entry."
            : $"Create it with 'webstir add-job {name} --force', or remove the entry.";
        return Warning("WEB0306", $"The job '{name}' has an entry but no source: there is no {inspection.Source}.", hint, source.Path);
    }

    private static IEnumerable<Problem> Unrecorded(Workspace workspace, ModuleManifest manifest) =>
        from name in JobSource.FindAll(workspace)
        where manifest.FindJob(name) is null
        select Warning("WEB0307", $"The job '{name}' has a source but no entry in the module manifest.",
            $"Record it with 'webstir add-job {name} --force', or remove its folder.", workspace.PathOf(JobSource.PathFor(name)));

    private static Problem Warning(string code, string message, string hint, string path) =>
        new() { Code = code, Message = message, Hint = hint, Path = path, Severity = Severity.Warning };
}
