using System.Runtime.InteropServices;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Holds the jobs of a manifest against their sources, and their schedules against the schedulers that the workspace deploys to.</summary>
internal sealed class BackendCheck
{
    private readonly Workspace _workspace;
    private readonly ModuleManifest _manifest;
    private readonly string _path;
    private readonly JobSources _sources;
    private readonly ScheduleOptions _deployment;
    private readonly Dictionary<string, ScheduleValidation?> _schedules;

    /// <exception cref="WebstirException">WEB0107, WEB0112: see <see cref="ModuleManifest.Schedulers"/>. WEB0203: the folder of jobs cannot be read.</exception>
    public BackendCheck(Workspace workspace, ModuleManifest manifest, DateTimeOffset now)
    {
        _workspace = workspace;
        _manifest = manifest;
        _path = workspace.PathOf(Workspace.ManifestFile);
        _sources = JobSources.Read(workspace);
        _deployment = new ScheduleOptions { Schedulers = manifest.Schedulers, From = now };
        _schedules = new Dictionary<string, ScheduleValidation?>(manifest.Jobs.Count);
        Sources = _sources.Find([.. manifest.Jobs.Select(job => job.Name)]);
    }

    /// <summary>What stands where each job's source belongs, in the order of the manifest.</summary>
    public IReadOnlyList<JobSource> Sources { get; }

    /// <summary>Everything that does not fit, each thing where it stands, in the order of the manifest; sources without entry last. First of all, that a change is half made.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        var problems = new List<Problem>();
        if (HalfMadeChange.Find(_workspace) is { } found)
            problems.Add(found);
        for (int i = 0; i < Sources.Count; i++)
        {
            if (Sources[i].State != JobSourceState.Present)
                problems.Add(Sourceless(Sources[i]) with { Path = _path, Position = _manifest.PositionOf(i) });
            CheckSchedule(i, problems);
        }

        problems.AddRange(Unrecorded());
        return problems;
    }

    private void CheckSchedule(int index, List<Problem> problems)
    {
        if (_manifest.Jobs[index] is not { Schedule: { } schedule } job)
            return;
        ScheduleValidation validation = Validate(schedule);
        foreach (ScheduleProblem problem in validation.Problems)
        {
            problems.Add(ScheduleReport.Of(problem, validation, $"Job '{job.Name.Value}': ") with
            {
                Path = _path,
                Position = _manifest.PositionInSchedule(index, problem.Column),
            });
        }
    }

    /// <summary>What the schedulers that the workspace deploys to make of a schedule. Jobs share schedules: each is looked into once.</summary>
    public ScheduleValidation Validate(string schedule)
    {
        ref ScheduleValidation? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_schedules, schedule, out _);
        return known ??= ScheduleValidator.Validate(schedule, _deployment);
    }

    private static Problem Sourceless(JobSource source) => new()
    {
        Code = "WEB0306",
        Message = $"The job '{source.Name}' has an entry but no source: there is no {source.Path}.",
        Hint = source.State == JobSourceState.Blocked
            ? $"'{Printable.Quote(source.Occupant)}' is in its place: rename that, or remove the entry."
            : $"Create it with 'webstir add-job {source.Name} --force', or remove the entry.",
    };

    private IEnumerable<Problem> Unrecorded() =>
        from name in _sources.NamesBut(_manifest.Lists)
        select new Problem
        {
            Code = "WEB0307",
            Message = $"The job '{name}' has a source but no entry in the module manifest.",
            Hint = $"Record it with 'webstir add-job {name} --force', or remove its folder.",
            Severity = Severity.Warning,
            Path = _workspace.PathOf(_sources.Find(name).Path),
        };
}
