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
    /// <exception cref="WebstirException">The manifest cannot be read or is not what it should be: see <see cref="ModuleManifest"/>.</exception>
    public ScaffoldPlan Plan(JobDefinition job, ScaffoldOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        bool adopt = options?.Adopt ?? false;
        ModuleManifest manifest = ModuleManifest.Load(_workspace.PathOf(Workspace.ManifestFile));
        var problems = new List<Problem>(job.Schedule is null ? [] : ScheduleReport.Of(ScheduleValidator.Validate(job.Schedule)));
        FileChange entry = PlanEntry(manifest, job, adopt, problems);
        FileChange source = PlanSource(job, adopt, problems);
        return new ScaffoldPlan { Workspace = _workspace, Job = job, Changes = [source, entry], Problems = problems };
    }

    /// <summary>Carries a plan out: the source first, the manifest last. Of a plan with errors, nothing is carried out.</summary>
    /// <exception cref="ArgumentException">The plan was made for another workspace.</exception>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0205: a file changed since the plan was made. Nothing is left behind.</exception>
    public ScaffoldResult Apply(ScaffoldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Workspace != _workspace)
            throw new ArgumentException($"The plan was made for '{plan.Workspace.Root}', not for '{_workspace.Root}'.", nameof(plan));
        if (plan.CanApply)
            ChangeWriter.Write(_workspace, plan.Changes);
        return new ScaffoldResult(plan, plan.CanApply);
    }

    /// <summary>Plans and applies in one step.</summary>
    /// <exception cref="WebstirException">As for <see cref="Plan"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult AddJob(JobDefinition job, ScaffoldOptions? options = null) => Apply(Plan(job, options));

    private FileChange PlanSource(JobDefinition job, bool adopt, List<Problem> problems)
    {
        JobSource source = JobSource.Find(_workspace, job.Name);
        if (source.State == JobSourceState.Absent || (adopt && source.State == JobSourceState.FolderOnly))
            return FileChange.Create(source.Path, JobTemplate.Render(job, HasRuntime));
        if (adopt && source.State == JobSourceState.Present)
            return FileChange.Unchanged(source.Path);

        // A job that is listed has a source, as a rule: one problem says it all.
        if (problems.All(problem => problem.Code != ModuleManifest.ListedCode))
            problems.Add(source.InTheWay(_workspace, job.Name));
        return FileChange.Conflict(source.Path);
    }

    private bool HasRuntime => File.Exists(_workspace.PathOf(Workspace.JobsFolder + "/runtime.ts"));

    private static FileChange PlanEntry(ModuleManifest manifest, JobDefinition job, bool adopt, List<Problem> problems)
    {
        if (manifest.FindJob(job.Name) is not { } listed)
            return FileChange.Update(Workspace.ManifestFile, manifest.Utf8, manifest.AddJob(job).Utf8);

        if (adopt && listed.Name == job.Name && Agrees(listed, job))
            return FileChange.Unchanged(Workspace.ManifestFile);

        problems.Add(manifest.AlreadyListed(listed.Name));
        return FileChange.Conflict(Workspace.ManifestFile);
    }

    /// <summary>Whether the entry says everything that was asked for.</summary>
    private static bool Agrees(JobDefinition listed, JobDefinition wanted) =>
        (wanted.Schedule ?? listed.Schedule) == listed.Schedule
        && (wanted.Description ?? listed.Description) == listed.Description
        && (wanted.Priority ?? listed.Priority) == listed.Priority;
}
