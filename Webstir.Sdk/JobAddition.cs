using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Plans new jobs: a source and an entry for each.</summary>
internal sealed class JobAddition
{
    private readonly Workspace _workspace;
    private readonly ScaffoldOptions _options;
    private readonly ModuleManifest _manifest;
    private readonly IReadOnlyList<string>? _schedulers;
    private readonly JobSources _sources;
    private readonly JobStub _stub;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, Problem[]> _schedules = new(StringComparer.Ordinal);
    private readonly List<FileChange> _changes = [];
    private readonly List<NewSource> _newSources = [];
    private readonly List<JobDefinition> _newEntries = [];
    private bool _entriesFit = true;

    private JobAddition(Workspace workspace, ScaffoldOptions options)
    {
        _workspace = workspace;
        _options = options;
        _manifest = WorkspaceManifest.Load(workspace);
        _schedulers = options.Schedulers ?? _manifest.Schedulers;
        RealPath.Inside(workspace.Root, Workspace.JobsFolder);
        _sources = JobSources.Read(workspace);
        _stub = new JobStub(workspace);
    }

    public static ScaffoldPlan Plan(Workspace workspace, IReadOnlyList<JobDefinition> jobs, ScaffoldOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var addition = new JobAddition(workspace, options);
        for (int i = 0; i < jobs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            addition.Add(jobs[i], isAlone: jobs.Count == 1);
        }

        return addition.ToPlan(jobs);
    }

    private void Add(JobDefinition job, bool isAlone)
    {
        JobDefinition? listed = _manifest.FindJob(job.Name);
        JobSource source = _sources.Find(job.Name);
        if (source.State != JobSourceState.Absent)
            RealPath.Inside(_workspace.Root, source.Path);
        bool isNew = _names.Add(job.Name.Value);
        bool entryFits = isNew && (listed is null || (_options.Adopt && Agrees(listed, job)));
        bool sourceFits = source.State == JobSourceState.Absent || (_options.Adopt && source.State != JobSourceState.Blocked);

        if (job.Schedule is not null)
            AddSchedule(job.Schedule, isAlone ? "" : $"Job '{job.Name}': ");
        if (!isNew)
            _problems.Add(ModuleManifest.GivenTwice(job.Name));
        else if (!entryFits)
            _problems.Add(_manifest.AlreadyListed(job.Name, Hint(listed!, job, source)));
        else if (!sourceFits)
            _problems.Add(source.InTheWay(_workspace));

        _entriesFit &= entryFits;
        if (listed is null && isNew)
            _newEntries.Add(job);
        if (isNew)
            AddSource(source, sourceFits, listed ?? job);
    }

    /// <summary>Adds what there is to say of a schedule. Jobs share schedules: each is looked into once.</summary>
    private void AddSchedule(string schedule, string subject)
    {
        if (!_schedules.TryGetValue(schedule, out Problem[]? problems))
            _schedules[schedule] = problems = [.. WorkspaceManifest.Judge(schedule, _schedulers)];
        foreach (Problem problem in problems)
            _problems.Add(problem with { Message = subject + problem.Message });
    }

    private void AddSource(JobSource source, bool fits, JobDefinition job)
    {
        if (!fits)
        {
            _changes.Add(FileChange.Conflict(source.Path));
        }
        else if (source.State == JobSourceState.Present)
        {
            _changes.Add(FileChange.Unchanged(source.Path));
        }
        else
        {
            byte[] content = _stub.Render(job);
            _changes.Add(FileChange.Create(source.Path, content));
            _newSources.Add(new NewSource(job.Name, content));
        }
    }

    private ScaffoldPlan ToPlan(IReadOnlyList<JobDefinition> jobs)
    {
        bool hasEdit = _entriesFit && _newEntries.Count > 0;
        ReadOnlyMemory<byte> after = hasEdit ? _manifest.AddJobs(_newEntries).Utf8 : _manifest.Utf8;
        FileChange change = hasEdit ? FileChange.Update(Workspace.ManifestFile, _manifest.Utf8, after)
            : _entriesFit ? FileChange.Unchanged(Workspace.ManifestFile)
            : FileChange.Conflict(Workspace.ManifestFile);
        return new ScaffoldPlan
        {
            Root = _workspace.Root,
            Jobs = jobs,
            Changes = [.. _changes, change],
            Problems = _problems,
            Edit = new WorkspaceEdit { Sources = [.. _newSources], Manifest = hasEdit ? new ManifestEdit(_manifest.Utf8, after) : null },
        };
    }

    /// <summary>The next step for someone whose job is listed.</summary>
    private static string Hint(JobDefinition listed, JobDefinition job, JobSource source)
    {
        if (listed.Name != job.Name)
            return "Choose another name.";
        if (source.State == JobSourceState.Absent)
            return $"Choose another name, or create the missing source with 'webstir add-job {job.Name} --force'.";
        return Agrees(listed, job) ? "Choose another name." : $"Choose another name, or change its schedule, description or priority with 'webstir update-job {job.Name}'.";
    }

    /// <summary>Whether the entry says everything that was asked for.</summary>
    private static bool Agrees(JobDefinition listed, JobDefinition wanted) =>
        listed.Name == wanted.Name
        && (wanted.Schedule ?? listed.Schedule) == listed.Schedule
        && (wanted.Description ?? listed.Description) == listed.Description
        && (wanted.Priority ?? listed.Priority) == listed.Priority;
}
