using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Scaffolds jobs: a source file under <c>src/backend/jobs</c>, and an entry in the module manifest.</summary>
/// <example>
/// <code>
/// var scaffolder = new JobScaffolder(Workspace.Find(folder));
/// ScaffoldPlan plan = scaffolder.Plan(new JobDefinition { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" });
/// ScaffoldResult result = scaffolder.Apply(plan);
/// </code>
/// </example>
public sealed class JobScaffolder
{
    private readonly Workspace _workspace;

    /// <summary>A scaffolder for one workspace.</summary>
    public JobScaffolder(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
    }

    /// <summary>A scaffolder for the workspace at a path.</summary>
    /// <param name="workspaceRoot">Absolute path of the workspace.</param>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    /// <exception cref="WebstirException">WEB0201, WEB0202, WEB0206: see <see cref="Workspace.Open"/>.</exception>
    public JobScaffolder(string workspaceRoot)
        : this(Workspace.Open(workspaceRoot))
    {
    }

    /// <summary>Works out what scaffolding a job would do. Nothing is written.</summary>
    /// <param name="job">The job.</param>
    /// <param name="options">How to scaffold it.</param>
    /// <returns>
    /// The plan. Its problems are errors when the schedule is invalid (WEB04xx), or the job has an entry (WEB0302) or source (WEB0305)
    /// that the options do not adopt, or cannot; and warnings about a schedule that some scheduler misreads.
    /// </returns>
    /// <exception cref="WebstirException">
    /// WEB0209: a link leads out of the workspace. The manifest cannot be read or is not what it should be: see <see cref="ModuleManifest"/>.
    /// </exception>
    public ScaffoldPlan Plan(JobDefinition job, ScaffoldOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        bool adopt = options?.Adopt ?? false;
        RealPath.Inside(_workspace.Root, Workspace.ManifestFile);
        ModuleManifest manifest = ModuleManifest.Load(_workspace.PathOf(Workspace.ManifestFile));
        JobDefinition? listed = manifest.FindJob(job.Name);
        JobSource source = JobSources.Read(_workspace).Find(job.Name);
        RealPath.Inside(_workspace.Root, source.Path);
        bool entryFits = listed is null || (adopt && Agrees(listed, job));
        bool sourceFits = source.State == JobSourceState.Absent || (adopt && source.State != JobSourceState.Blocked);

        var problems = new List<Problem>(job.Schedule is null ? [] : Judge(job.Schedule, options?.Schedulers ?? manifest.Schedulers));
        if (!entryFits)
            problems.Add(manifest.AlreadyListed(job.Name, Hint(listed!, job, source)));
        else if (!sourceFits)
            problems.Add(source.InTheWay(_workspace));

        FileChange[] changes =
        [
            sourceFits ? SourceChange(source, listed ?? job) : FileChange.Conflict(source.Path),
            entryFits ? EntryChange(manifest, listed, job) : FileChange.Conflict(Workspace.ManifestFile),
        ];
        return new ScaffoldPlan { Root = _workspace.Root, Job = job, Changes = changes, Problems = problems };
    }

    /// <summary>Carries a plan out: the source first, the manifest last. Of a plan with errors, nothing is carried out.</summary>
    /// <exception cref="ArgumentException">The plan was made for another workspace.</exception>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0205: a file changed since the plan was made. Nothing is left behind.</exception>
    public ScaffoldResult Apply(ScaffoldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Root != _workspace.Root)
            throw new ArgumentException($"The plan was made for '{plan.Root}', not for '{_workspace.Root}'.", nameof(plan));
        if (plan.CanApply)
            ChangeWriter.Write(plan);
        return new ScaffoldResult(plan, plan.CanApply);
    }

    /// <summary>Plans and applies in one step.</summary>
    /// <exception cref="WebstirException">As for <see cref="Plan"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult AddJob(JobDefinition job, ScaffoldOptions? options = null) => Apply(Plan(job, options));

    /// <summary>Problems of a schedule that is to run on every one of some schedulers.</summary>
    private static IEnumerable<Problem> Judge(string schedule, IReadOnlyList<string>? schedulers)
    {
        string? refusing = schedulers?.FirstOrDefault(id => !ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [id] }).IsValid);
        var options = new ScheduleOptions { Schedulers = refusing is null ? schedulers : [refusing] };
        return ScheduleReport.Of(ScheduleValidator.Validate(schedule, options));
    }

    private FileChange SourceChange(JobSource source, JobDefinition job) => source.State == JobSourceState.Present
        ? FileChange.Unchanged(source.Path)
        : FileChange.Create(source.Path, JobTemplate.Render(job, HasRuntime));

    private bool HasRuntime => File.Exists(_workspace.PathOf(BackendLayout.Runtime));

    private static FileChange EntryChange(ModuleManifest manifest, JobDefinition? listed, JobDefinition job) => listed is not null
        ? FileChange.Unchanged(Workspace.ManifestFile)
        : FileChange.Update(Workspace.ManifestFile, manifest.Utf8, manifest.AddJob(job).Utf8);

    /// <summary>The next step for someone whose job is listed.</summary>
    private static string Hint(JobDefinition listed, JobDefinition job, JobSource source)
    {
        if (listed.Name != job.Name)
            return "Choose another name.";
        if (source.State == JobSourceState.Absent)
            return $"Choose another name, or create the missing source with 'webstir add-job {job.Name} --force'.";
        return Agrees(listed, job) ? "Choose another name." : "Choose another name, or edit the entry: its schedule, description or priority differs.";
    }

    /// <summary>Whether the entry says everything that was asked for.</summary>
    private static bool Agrees(JobDefinition listed, JobDefinition wanted) =>
        listed.Name == wanted.Name
        && (wanted.Schedule ?? listed.Schedule) == listed.Schedule
        && (wanted.Description ?? listed.Description) == listed.Description
        && (wanted.Priority ?? listed.Priority) == listed.Priority;
}
