using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Reads what a backend declares and holds it against its sources.</summary>
public static class BackendInspector
{
    /// <summary>Inspects a workspace. Nothing is written.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">Now, and the time zone in which schedules are read.</param>
    /// <exception cref="WebstirException">The manifest cannot be read or is not what it should be: see <see cref="ModuleManifest"/>.</exception>
    public static BackendInspection Inspect(Workspace workspace, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        string file = workspace.PathOf(Workspace.ManifestFile);
        ModuleManifest manifest = ModuleManifest.Load(file);
        JobInspection[] jobs = [.. manifest.Jobs.Select(job => Inspect(workspace, job, clock))];
        IEnumerable<Problem> problems = [.. jobs.Where(job => !job.HasSource).Select(job => Sourceless(job, file)), .. jobs.SelectMany(job => Misscheduled(job, file)), .. Unrecorded(workspace, manifest)];
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
        ScheduleValidation? schedule = job.Schedule is null ? null : ScheduleValidator.Validate(job.Schedule);
        return new JobInspection
        {
            Job = job,
            NextRun = schedule?.NextOccurrences(clock.GetUtcNow(), 1, clock.LocalTimeZone) is [var next] ? next : null,
            Source = source.Path,
            HasSource = source.State == JobSourceState.Present,
        };
    }

    private static Problem Sourceless(JobInspection inspection, string file) => Warning("WEB0306",
        $"The job '{inspection.Job.Name}' has an entry but no source: there is no {inspection.Source}.",
        $"Create it with 'webstir add-job {inspection.Job.Name} --force', or remove the entry.", file);

    private static IEnumerable<Problem> Misscheduled(JobInspection inspection, string file) => inspection.Job.Schedule is not { } schedule
        ? []
        : ScheduleReport.Of(ScheduleValidator.Validate(schedule)).Select(problem => problem with
        {
            Severity = Severity.Warning,
            Message = $"Job '{inspection.Job.Name}': {problem.Message}",
            Path = file,
        });

    private static IEnumerable<Problem> Unrecorded(Workspace workspace, ModuleManifest manifest) =>
        from name in JobSource.FindAll(workspace)
        where manifest.FindJob(name) is null
        select Warning("WEB0307", $"The job '{name}' has a source but no entry in the module manifest.",
            $"Record it with 'webstir add-job {name} --force', or remove its folder.", workspace.PathOf(JobSource.PathFor(name)));

    private static Problem Warning(string code, string message, string hint, string path) =>
        new() { Code = code, Message = message, Hint = hint, Path = path, Severity = Severity.Warning };
}
