using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands in a workspace's folder of jobs, read once.</summary>
internal sealed class JobSources
{
    /// <summary>Ignoring case, as Windows and macOS do; of twins, the one that comes first.</summary>
    private readonly Dictionary<string, FolderEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private readonly string _folder;

    private JobSources(Workspace workspace)
    {
        _folder = workspace.PathOf(Workspace.JobsFolder);
        foreach (FolderEntry entry in FolderReader.List(_folder))
        {
            if (!_entries.TryGetValue(entry.Name, out FolderEntry? twin) || string.CompareOrdinal(entry.Name, twin.Name) < 0)
                _entries[entry.Name] = entry;
        }
    }

    /// <exception cref="WebstirException">WEB0203: the folder cannot be read.</exception>
    public static JobSources Read(Workspace workspace) => new(workspace);

    /// <summary>Jobs that have a source, by the names of their folders. Folders that can be no job's are left out.</summary>
    public IEnumerable<JobName> Names => NamesBut(new HashSet<string>());

    /// <summary>As <see cref="Names"/>, without a look at some of them.</summary>
    public IEnumerable<JobName> NamesBut(IReadOnlySet<string> known) => _entries.Values
        .Where(entry => entry.IsFolder && !known.Contains(entry.Name) && StateOf(SourceIn(entry)) == JobSourceState.Present)
        .Select(folder => JobName.TryParse(folder.Name, out JobName? name) ? name : null)
        .OfType<JobName>()
        .OrderBy(name => name.Value, StringComparer.Ordinal);

    /// <summary>What stands where a job's source belongs.</summary>
    public JobSource Find(JobName name)
    {
        if (!_entries.TryGetValue(name.Value, out FolderEntry? occupant))
            return new JobSource(name, JobSourceState.Absent, Workspace.JobsFolder);

        string path = $"{Workspace.JobsFolder}/{occupant.Name}";
        if (!occupant.IsFolder || occupant.Name != name.Value)
            return new JobSource(name, JobSourceState.Blocked, path);
        JobSourceState state = StateOf(SourceIn(occupant));
        return new JobSource(name, state, state == JobSourceState.Blocked ? $"{path}/{JobSource.FileName}" : path);
    }

    private string SourceIn(FolderEntry folder) => Path.Join(_folder, folder.Name, JobSource.FileName);

    /// <summary>One look at the disk when all is well. A link counts as what it leads to.</summary>
    private static JobSourceState StateOf(string source) =>
        Existence.IsFile(source) ? JobSourceState.Present
        : Existence.IsFolder(source) ? JobSourceState.Blocked
        : JobSourceState.FolderOnly;
}
