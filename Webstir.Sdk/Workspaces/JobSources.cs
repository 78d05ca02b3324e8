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
            bool hasSource = entry.IsFolder && !isKnown(entry.Name) && StateOf(SourceIn(entry), IsFile) == JobSourceState.Present;
            if (hasSource && JobName.TryParse(entry.Name, out JobName? name))
                names.Add(name);
        }

        names.Sort((one, other) => string.CompareOrdinal(one.Value, other.Value));
        return names;
    }

    /// <summary>What stands where a job's source belongs.</summary>
    public JobSource Find(JobName name) => Find(name, IsFile);

    /// <summary>What stands where the sources of many jobs belong.</summary>
    public JobSource[] Find(JobName[] names)
    {
        using var folder = new OpenFolder(_folder);
        Func<string, bool> hasFile = folder.HasFile;
        return Array.ConvertAll(names, name => Find(name, hasFile));
    }

    private JobSource Find(JobName name, Func<string, bool> isFile)
    {
        if (!_entries.TryGetValue(name.Value, out FolderEntry occupant))
            return new JobSource(name, JobSourceState.Absent, "");
        if (!occupant.IsFolder || occupant.Name != name.Value)
            return new JobSource(name, JobSourceState.Blocked, occupant.Name);
        string source = SourceIn(occupant);
        JobSourceState state = StateOf(source, isFile);
        return new JobSource(name, state, state == JobSourceState.Blocked ? source : occupant.Name);
    }

    private static string SourceIn(FolderEntry folder) => $"{folder.Name}/{JobSource.FileName}";

    private bool IsFile(string source) => Existence.IsFile(Path.Join(_folder, source));

    /// <summary>One look at the disk when all is well. A link counts as what it leads to.</summary>
    private JobSourceState StateOf(string source, Func<string, bool> isFile) =>
        isFile(source) ? JobSourceState.Present
        : Existence.IsFolder(Path.Join(_folder, source)) ? JobSourceState.Blocked
        : JobSourceState.FolderOnly;
}
