using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Scaffolds jobs, each a source file under <c>src/backend/jobs</c> and an entry in the module manifest, and the worker that runs them on many machines.</summary>
/// <remarks>
/// Plans only read. What changes a workspace does so under its lock, one process at a time, and makes the source and the entry
/// appear, or go, together: a run that is killed half way is finished or taken back by the next one that changes the workspace.
/// </remarks>
/// <example>
/// <code>
/// var scaffolder = new JobScaffolder(Workspace.Find(folder));
/// ScaffoldPlan plan = scaffolder.Plan(new JobDefinition { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" });
/// ScaffoldResult result = scaffolder.Apply(plan);
/// </code>
/// </example>
public sealed class JobScaffolder
{
    /// <summary>Plans that are made anew because somebody, an editor for one, changed a file without taking the lock.</summary>
    private const int MaxAttempts = 3;

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

    /// <summary>How to wait while another process changes the workspace.</summary>
    public LockWait LockWait { get; init; } = new();

    /// <summary>Works out what scaffolding a job would do. Nothing is written.</summary>
    /// <param name="job">The job.</param>
    /// <param name="options">How to scaffold it.</param>
    /// <returns>
    /// The plan. Its problems are errors when the schedule is invalid (WEB04xx), or the job has an entry (WEB0302) or source (WEB0305)
    /// that the options do not adopt, or cannot; and warnings about a schedule that some scheduler misreads.
    /// </returns>
    /// <exception cref="WebstirException">
    /// WEB0209: a link leads out of the workspace. WEB0213: the workspace's own template is wrong. The manifest cannot be read or is
    /// not what it should be: see <see cref="ModuleManifest"/>.
    /// </exception>
    public ScaffoldPlan Plan(JobDefinition job, ScaffoldOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Plan([job], options);
    }

    /// <summary>Works out what scaffolding several jobs would do, together or not at all. Nothing is written.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="options">How to scaffold them.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    /// <returns>The plan, as for one job.</returns>
    /// <exception cref="ArgumentException">A job is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    /// <exception cref="WebstirException">As for one job.</exception>
    public ScaffoldPlan Plan(IReadOnlyList<JobDefinition> jobs, ScaffoldOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        for (int i = 0; i < jobs.Count; i++)
        {
            if (jobs[i] is null)
                throw new ArgumentException(FormattableString.Invariant($"The job at {i} is null."), nameof(jobs));
        }

        return Announce(JobAddition.Plan(_workspace, jobs, options ?? new ScaffoldOptions(), cancellationToken));
    }

    /// <summary>Works out what changing a job's entry would do. Nothing is written, and code is never touched.</summary>
    /// <param name="name">The job.</param>
    /// <param name="change">Makes the wanted schedule, description and priority of the listed ones, for example <c>job => job with { Schedule = null }</c>. The name stays.</param>
    /// <param name="schedulers">Schedulers that must accept a new schedule; <see langword="null"/> for those that the workspace sets.</param>
    /// <returns>The plan. Its problems are errors when the job is not listed (WEB0303) or the new schedule is invalid (WEB04xx).</returns>
    /// <exception cref="WebstirException">As for a new job.</exception>
    public ScaffoldPlan PlanUpdate(JobName name, Func<JobDefinition, JobDefinition> change, IReadOnlyList<string>? schedulers = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(change);
        return Announce(JobUpdate.Plan(_workspace, name, change, schedulers));
    }

    /// <summary>Works out what removing a job would do. Nothing is written.</summary>
    /// <param name="name">The job.</param>
    /// <param name="deletesCode">Whether its folder goes even if it holds more than the stub that was scaffolded.</param>
    /// <returns>The plan. Its problems are an error when the job is not listed (WEB0303), and a warning when its code is kept (WEB0308).</returns>
    /// <exception cref="WebstirException">As for a new job.</exception>
    public ScaffoldPlan PlanRemoval(JobName name, bool deletesCode = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Announce(JobRemoval.Plan(_workspace, name, deletesCode));
    }

    /// <summary>Works out what adding the worker would do: the program that runs the jobs on any number of machines. Nothing is written.</summary>
    /// <param name="adopts">Whether a file of the worker that was changed is kept as it is, and only what is missing is added.</param>
    /// <returns>
    /// The plan. Its problems are errors when the workspace lacks what the worker builds on (WEB0701), or something else is in a file's
    /// place (WEB0702); and a warning when a package is listed in another version, which stays (WEB0703).
    /// </returns>
    /// <exception cref="WebstirException">As for a new job.</exception>
    public ScaffoldPlan PlanWorker(bool adopts = false) => Announce(WorkerAddition.Plan(_workspace, adopts));

    /// <summary>Carries a plan out, whole or not at all. Of a plan with errors, nothing is carried out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told, now and then, how many sources of jobs are on the disk, to be put in their places together. What it throws calls the change off, and comes out of this call.</param>
    /// <param name="cancellationToken">Calls it off: nothing is left behind, unless it was done already.</param>
    /// <returns>
    /// What was done. The plan's problems tell what else there is to know: on a network file system, that other machines may not see the
    /// lock (WEB0215, a warning); that what is left of a removed job's code cannot be deleted (WEB0217, a warning).
    /// </returns>
    /// <exception cref="ArgumentException">The plan was made for another workspace.</exception>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    /// <exception cref="WebstirException">
    /// WEB0204: a file cannot be written. WEB0205: a file changed since the plan was made. WEB0210: another process keeps the lock.
    /// WEB0211: the workspace cannot be locked. WEB0212: the manifest has hard links. WEB0214: an interrupted removal cannot be taken back.
    /// </exception>
    public ScaffoldResult Apply(ScaffoldPlan plan, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Root != _workspace.Root)
            throw new ArgumentException($"The plan was made for '{plan.Root}', not for '{_workspace.Root}'.", nameof(plan));
        return plan.CanApply ? Change(() => plan, attempts: 1, progress, cancellationToken) : new ScaffoldResult(plan, IsApplied: false);
    }

    /// <summary>Scaffolds a job: plans and applies under one lock.</summary>
    /// <exception cref="WebstirException">As for <see cref="Plan(JobDefinition, ScaffoldOptions?)"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult AddJob(JobDefinition job, ScaffoldOptions? options = null) => Change(() => Plan(job, options));

    /// <summary>Scaffolds several jobs, together or not at all.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="options">How to scaffold them.</param>
    /// <param name="progress">As for <see cref="Apply"/>. The count begins anew when somebody changed the manifest meanwhile, without taking the lock.</param>
    /// <param name="cancellationToken">Calls it off: nothing is left behind, unless it was done already.</param>
    /// <exception cref="ArgumentException">A job is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    /// <exception cref="WebstirException">As for <see cref="AddJob"/>.</exception>
    public ScaffoldResult AddJobs(IReadOnlyList<JobDefinition> jobs, ScaffoldOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        Change(() => Plan(jobs, options, cancellationToken), progress: progress, cancellationToken: cancellationToken);

    /// <summary>Changes a job's entry: plans and applies under one lock.</summary>
    /// <exception cref="WebstirException">As for <see cref="PlanUpdate"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult UpdateJob(JobName name, Func<JobDefinition, JobDefinition> change, IReadOnlyList<string>? schedulers = null) =>
        Change(() => PlanUpdate(name, change, schedulers));

    /// <summary>Removes a job: plans and applies under one lock.</summary>
    /// <exception cref="WebstirException">As for <see cref="PlanRemoval"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult RemoveJob(JobName name, bool deletesCode = false) => Change(() => PlanRemoval(name, deletesCode));

    /// <summary>Adds the worker: plans and applies under one lock.</summary>
    /// <exception cref="WebstirException">As for <see cref="PlanWorker"/> and <see cref="Apply"/>.</exception>
    public ScaffoldResult AddWorker(bool adopts = false) => Change(() => PlanWorker(adopts));

    /// <summary>A change begins with what an interrupted one left, a plan that is only looked at does not.</summary>
    private ScaffoldPlan Announce(ScaffoldPlan plan) =>
        HalfMadeChange.Find(_workspace) is { } found ? plan with { Problems = [found, .. plan.Problems] } : plan;

    private ScaffoldResult Change(Func<ScaffoldPlan> makePlan, int attempts = MaxAttempts, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using WorkspaceLock taken = WorkspaceLock.Take(_workspace, LockWait, cancellationToken);
        var files = new TransactionFiles(_workspace);
        Recovery.Run(files);
        while (true)
        {
            ScaffoldPlan plan = makePlan();
            if (!plan.CanApply)
                return new ScaffoldResult(plan, IsApplied: false);
            try
            {
                Problem? left = plan.Edit.IsEmpty ? null : Transaction.Commit(files, plan.Edit, progress, cancellationToken);
                return new ScaffoldResult(plan.And(left).And(taken.Warning), IsApplied: true);
            }
            catch (WebstirException error) when (error.Problem.Code == FileProblem.ChangedMeanwhile && --attempts > 0)
            {
            }
        }
    }
}
