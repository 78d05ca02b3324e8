using System.Text;
using Webstir.Sdk.Exporting;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Plans an export.</summary>
internal sealed class JobExport
{
    private readonly Workspace _workspace;
    private readonly ExportRequest _request;
    private readonly ModuleManifest _manifest;
    private readonly ExportTarget _target;
    private readonly ExportSettings _settings;
    private readonly string _folder;
    private readonly string _module;
    private readonly List<Problem> _problems = [];

    private JobExport(Workspace workspace, ExportRequest request, ExportTarget target)
    {
        _workspace = workspace;
        _request = request;
        _target = target;
        _manifest = WorkspaceManifest.Load(workspace);
        _settings = ExportSettings.Resolve(target, request.Settings, _manifest.ExportSettings, workspace.PathOf(Workspace.ManifestFile));
        _problems.AddRange(_settings.Problems);
        _folder = request.Folder is { } folder ? BelowRoot(folder) : target.Folder;
        _module = _manifest.Name?.Split('/')[^1] is { } name && !string.IsNullOrWhiteSpace(name) ? name : Path.GetFileName(workspace.Root);
    }

    public static ChangePlan Plan(Workspace workspace, ExportRequest request) =>
        ExportTargets.Find(request.Target, request.Format) is { } target
            ? new JobExport(workspace, request, target).Plan()
            : new ChangePlan { Root = workspace.Root, Changes = [], Problems = [NoTarget(request)] };

    private ChangePlan Plan()
    {
        ExportedJob[] jobs = [.. Chosen().Select(Export).OfType<ExportedJob>()];
        RefuseTwins(jobs);
        RefuseMixedZones(jobs);
        if (jobs.Length == 0 && _problems.Count == 0)
            _problems.Add(new Problem { Code = "WEB0510", Severity = Severity.Warning, Message = "There is nothing to export: no job has a schedule.", Hint = "Give one with 'webstir update-job <name> --schedule ...'." });
        bool canWrite = _problems.All(problem => problem.Severity != Severity.Error);
        FileChange[] changes = canWrite ? [.. Files(jobs)] : [];
        return new ChangePlan { Root = _workspace.Root, Changes = changes, Problems = _problems };
    }

    /// <summary>Jobs with a schedule, all or those asked for.</summary>
    private IEnumerable<JobDefinition> Chosen()
    {
        if (_request.Jobs is null)
            return _manifest.Jobs.Where(job => job.Schedule is not null);
        var jobs = new List<JobDefinition>();
        foreach (JobName name in _request.Jobs.Distinct())
        {
            if (_manifest.FindJob(name) is not { } job || job.Name != name)
                _problems.Add(_manifest.NotListed(name));
            else if (job.Schedule is null)
                Add("WEB0510", Severity.Warning, $"The job '{name}' has no schedule, so that there is nothing to export.", null);
            else
                jobs.Add(job);
        }

        return jobs;
    }

    /// <summary>A job as the target gets it, with its problems at its entry; <see langword="null"/> when it is refused.</summary>
    private ExportedJob? Export(JobDefinition job)
    {
        int known = _problems.Count;
        ExportedJob? exported = Convert(job);
        for (int i = known; i < _problems.Count; i++)
            _problems[i] = _problems[i] with { Path = _workspace.PathOf(Workspace.ManifestFile), Position = _manifest.PositionOf(job.Name) };
        return exported;
    }

    private ExportedJob? Convert(JobDefinition job)
    {
        var options = new ScheduleOptions { Schedulers = _manifest.Schedulers };
        ScheduleValidation validation = ScheduleValidator.Validate(job.Schedule, options);
        if (validation is not { IsValid: true, Meaning: { } meaning })
        {
            _problems.AddRange(ScheduleReport.Of(validation));
            return null;
        }

        Conversion conversion = _target.Schedules.Convert(meaning with { Zone = null });
        if (conversion.Refusal is { } reason)
        {
            string hint = conversion.Nearest is { } nearest ? $"The nearest is {nearest}." : "Export the others with --job, or change the schedule.";
            Add("WEB0504", Severity.Error, $"The schedule '{Printable.Quote(job.Schedule!)}' of the job '{job.Name}' cannot be said for {_target.Name}: {reason}.", hint);
            return null;
        }

        string? zone = _target.HasHostZone ? null : meaning.Zone ?? _settings["timeZone"];
        foreach (string shift in conversion.Shifts)
            Add("WEB0505", Severity.Warning, $"The schedule '{Printable.Quote(job.Schedule!)}' of the job '{job.Name}' shifts in {_target.Name}. {shift}", null);
        WarnOfZone(job, validation, meaning, zone);
        var exported = new ExportedJob
        {
            Job = job,
            Id = _target.HasFilesPerJob ? $"{_target.Names.Of(_module)}-{job.Name}".TrimStart('-') : _target.Names.Of(job.Name),
            Meaning = validation.Description,
            Triggers = conversion.Triggers,
            TimeZone = zone,
        };
        RefuseName(exported);
        return exported;
    }

    /// <summary>What becomes of a fixed time when the clocks change is each scheduler's own affair.</summary>
    private void WarnOfZone(JobDefinition job, ScheduleValidation validation, Meaning meaning, string? zone)
    {
        if (_target.HasHostZone && meaning.Zone is { } own)
            Add("WEB0504", Severity.Error, $"The schedule '{Printable.Quote(job.Schedule!)}' of the job '{job.Name}' names the zone '{own}', and all jobs of a {_target.Name} run in the zone of the machine.", "Export it to another target, or write it in the machine's zone.");
        if (zone is null || meaning.Zone is not null || validation.ReadBy?.Clock == _target.Clock || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found))
            return;
        var options = new ScheduleOptions { Schedulers = _manifest.Schedulers, Zone = found };
        foreach (ScheduleProblem change in ScheduleValidator.Validate(job.Schedule, options).Problems.Where(problem => problem.Code == ScheduleCodes.ClockChange))
            Add("WEB0505", Severity.Warning, $"The schedule '{Printable.Quote(job.Schedule!)}' of the job '{job.Name}' may shift in {_target.Name}. {change.Message}", null);
    }

    private void RefuseName(ExportedJob job)
    {
        string name = Names(job).Last();
        if (name.Length > _target.Names.MaxLength)
            Add("WEB0506", Severity.Error, FormattableString.Invariant($"The job '{job.Job.Name}' cannot have the name '{name}' in {_target.Name}. {_target.Names.Rule}; this has {name.Length}."), "Give the job a shorter name.");
        if (job.Description?.Length > _target.MaxDescription)
            Add("WEB0506", Severity.Error, FormattableString.Invariant($"The description of the job '{job.Job.Name}' has {job.Description.Length} characters. {_target.Name} takes at most {_target.MaxDescription}."), $"Shorten it with 'webstir update-job {job.Job.Name} --description ...'.");
    }

    private IEnumerable<string> Names(ExportedJob job) => _target.HasNamedTriggers ? job.TriggerIds : [job.Id];

    /// <summary>Names that differ here may be one there: as names, or as identifiers of the file.</summary>
    private void RefuseTwins(ExportedJob[] jobs)
    {
        var twins = jobs.SelectMany(job => Names(job).Select(id => (job.Job.Name, Id: id)))
            .GroupBy(trigger => _target.Symbol(trigger.Id), StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        foreach (IGrouping<string, (JobName Name, string Id)> group in twins)
            Add("WEB0506", Severity.Error, $"The jobs {string.Join(" and ", group.Select(trigger => $"'{trigger.Name}'"))} would have one name in {_target.Name}: '{group.Key}'.", "Rename one of them, or export one with --job.");
    }

    /// <summary>A job that is told nothing but the text of its schedule would run at the times of all zones.</summary>
    private void RefuseMixedZones(ExportedJob[] jobs)
    {
        if (!_target.StartsJobsByText)
            return;
        var mixed = jobs.SelectMany(job => job.Triggers.Select(trigger => (job.Job.Name, job.TimeZone, trigger.Text)))
            .GroupBy(trigger => trigger.Text)
            .Where(group => group.DistinctBy(trigger => trigger.TimeZone).Count() > 1);
        foreach (IGrouping<string, (JobName Name, string? TimeZone, string Text)> group in mixed)
            Add("WEB0504", Severity.Error, $"The jobs {string.Join(" and ", group.Select(trigger => $"'{trigger.Name}'"))} have the schedule '{group.Key}' in different zones: {_target.Name} tells them the schedule but not the zone, so that each would run for the others too.", "Change the minute of one of them.");
    }

    private IEnumerable<FileChange> Files(ExportedJob[] jobs)
    {
        var paths = new HashSet<string>();
        foreach (ExportFile file in _target.Files)
        {
            ExportTemplate template = ExportTemplate.Load(_workspace, _target, file);
            foreach ((string path, ExportedJob[] some) in Parts(file, jobs))
            {
                paths.Add(path);
                yield return Change(path, template.Render(ExportValues.Of(_target, _settings, _module, some)));
            }
        }

        if (_request.Jobs is null)
        {
            foreach (string stale in Stale(paths))
                yield return FileChange.Delete(stale);
        }
    }

    private IEnumerable<(string Path, ExportedJob[] Jobs)> Parts(ExportFile file, ExportedJob[] jobs) => file.IsPerJob
        ? jobs.Select(job => (InFolder(job.Id + Path.GetExtension(file.Template)), new[] { job }))
        // A workflow or a template of nothing is none.
        : jobs.Length > 0 ? [(InFolder(file.Template), jobs)] : [];

    private string InFolder(string name) => _folder.Length == 0 ? name : $"{_folder}/{name}";

    private FileChange Change(string path, byte[] content)
    {
        string real = RealPath.Inside(_workspace.Root, path);
        if (!Existence.IsAnything(real))
            return FileChange.Create(path, content);
        byte[] before = FileReader.ReadAllBytes(real);
        if (before.AsSpan().SequenceEqual(content))
            return FileChange.Unchanged(path);
        if (IsOurs(before))
            return FileChange.Update(path, before, content);
        _problems.Add(new Problem
        {
            Code = "WEB0508",
            Message = "The file is in the way: it was not written by an export, as its first lines would tell.",
            Hint = "Move it, or choose another folder with --out.",
            Path = _workspace.PathOf(path),
        });
        return FileChange.Conflict(path);
    }

    /// <summary>Exported files of jobs that are exported no more.</summary>
    private IEnumerable<string> Stale(HashSet<string> paths) =>
        from name in FolderReader.Names(_folder.Length == 0 ? _workspace.Root : RealPath.Inside(_workspace.Root, _folder))
        let path = InFolder(name)
        where _target.Files.Any(file => file.IsPerJob ? Path.GetExtension(file.Template) == Path.GetExtension(name) : file.Template == name) && !paths.Contains(path)
        where Existence.IsFile(_workspace.PathOf(path)) && IsOurs(FileReader.ReadAllBytes(RealPath.Inside(_workspace.Root, path)))
        orderby path
        select path;

    private bool IsOurs(byte[] content) =>
        Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 300))).Contains($"{ExportTemplate.Mark} --to {_target.Id}'", StringComparison.Ordinal);

    /// <summary>A folder as a path below the root, with <c>/</c>; empty for the root.</summary>
    private string BelowRoot(string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
            throw new ArgumentException($"The path '{folder}' is relative. Give an absolute one, for example from Path.GetFullPath.", nameof(folder));
        string path = Path.GetRelativePath(_workspace.Root, folder).Replace('\\', '/').TrimEnd('/');
        return Path.IsPathRooted(path) || path.Split('/')[0] == ".."
            ? throw new WebstirException(new Problem
            {
                Code = "WEB0209",
                Message = $"The path leads out of the workspace. Nothing is written outside '{Printable.Line(_workspace.Root)}'.",
                Hint = "Choose a folder in the workspace with --out.",
                Path = folder,
            })
            : path == "." ? "" : path;
    }

    private void Add(string code, Severity severity, string message, string? hint) =>
        _problems.Add(new Problem { Code = code, Severity = severity, Message = message, Hint = hint });

    private static Problem NoTarget(ExportRequest request)
    {
        bool isKnown = ExportTargets.Ids.Contains(request.Target);
        IReadOnlyList<string> known = isKnown ? JobExporter.Formats(request.Target) : JobExporter.Targets;
        string word = isKnown ? request.Format! : request.Target;
        return new Problem
        {
            Code = "WEB0501",
            Message = isKnown ? $"There is no format '{Printable.Quote(word)}' for {request.Target}." : $"There is no target '{Printable.Quote(word)}'.",
            Hint = Spelling.Nearest(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known are {string.Join(", ", known)}.",
        };
    }
}
