using System.Runtime.InteropServices;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands in a workspace's folder of jobs, read once.</summary>
internal sealed class JobSources
{
    /// <summary>Ignoring case, as Windows and macOS do; of twins, the one that comes first.</summary>
    private readonly Dictionary<string, FolderEntry> _entries;

    private readonly string _folder;

    private JobSources(Workspace workspace)
    {
        _folder = workspace.PathOf(Workspace.JobsFolder);
        FolderEntry[] entries = FolderReader.List(_folder);
        _entries = new Dictionary<string, FolderEntry>(entries.Length, StringComparer.OrdinalIgnoreCase);
        foreach (FolderEntry entry in entries)
        {
            ref FolderEntry twin = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, entry.Name, out bool hasTwin);
            if (!hasTwin || string.CompareOrdinal(entry.Name, twin.Name) < 0)
                twin = entry;
        }
    }

    /// <exception cref="WebstirException">WEB0203: the folder cannot be read.</exception>
    public static JobSources Read(Workspace workspace) => new(workspace);

    /// <summary>Jobs that have a source, by the names of their folders. Folders that can be no job's are left out.</summary>
    public IReadOnlyList<JobName> Names => NamesBut(_ => false);

    /// <summary>As <see cref="Names"/>, without a look at some of them.</summary>
    public IReadOnlyList<JobName> NamesBut(Func<string, bool> isKnown)
    {
        var names = new List<JobName>();
        foreach (FolderEntry entry in _entries.Values)
        {
            bool hasSource = entry.IsFolder && !isKnown(entry.Name) && StateOf(entry.Name, HasSource) == JobSourceState.Present;
            if (hasSource && JobName.TryParse(entry.Name, out JobName? name))
                names.Add(name);
        }

        names.Sort((one, other) => string.CompareOrdinal(one.Value, other.Value));
        return names;
    }

    /// <summary>What stands where a job's source belongs.</summary>
    public JobSource Find(JobName name) => Find(name, HasSource);

    /// <summary>What stands where the sources of many jobs belong.</summary>
    public JobSource[] Find(JobName[] names)
    {
        using var folder = new OpenFolder(_folder);
        Func<string, bool> hasSource = name => folder.HasFile(name, JobSource.FileName);
        return Array.ConvertAll(names, name => Find(name, hasSource));
    }

    private JobSource Find(JobName name, Func<string, bool> hasSource)
    {
        if (!_entries.TryGetValue(name.Value, out FolderEntry occupant))
            return new JobSource(name, JobSourceState.Absent, "");
        if (!occupant.IsFolder || occupant.Name != name.Value)
            return new JobSource(name, JobSourceState.Blocked, occupant.Name);
        JobSourceState state = StateOf(occupant.Name, hasSource);
        return new JobSource(name, state, state == JobSourceState.Blocked ? $"{occupant.Name}/{JobSource.FileName}" : occupant.Name);
    }

    private string SourceIn(string folder) => Path.Join(_folder, folder, JobSource.FileName);

    private bool HasSource(string folder) => Existence.IsFile(SourceIn(folder));

    /// <summary>One look at the disk when all is well. A link counts as what it leads to.</summary>
    private JobSourceState StateOf(string folder, Func<string, bool> hasSource) =>
        hasSource(folder) ? JobSourceState.Present
        : Existence.IsFolder(SourceIn(folder)) ? JobSourceState.Blocked
        : JobSourceState.FolderOnly;
}
