using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands in a workspace's folder of jobs, read once.</summary>
internal sealed class JobSources
{
    /// <summary>Ignoring case, as Windows and macOS do; of twins, the one that comes first.</summary>
    private readonly Dictionary<string, FileSystemInfo> _entries = new(StringComparer.OrdinalIgnoreCase);

    private JobSources(Workspace workspace)
    {
        foreach (FileSystemInfo entry in FolderReader.Entries(workspace.PathOf(Workspace.JobsFolder)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
            _entries.TryAdd(entry.Name, entry);
    }

    /// <exception cref="WebstirException">WEB0203: the folder cannot be read.</exception>
    public static JobSources Read(Workspace workspace) => new(workspace);

    /// <summary>Jobs that have a source, by the names of their folders. Folders that can be no job's are left out.</summary>
    public IEnumerable<JobName> Names => _entries.Values
        .OfType<DirectoryInfo>()
        .Where(folder => IsFile(SourceIn(folder)))
        .Select(folder => JobName.TryParse(folder.Name, out JobName? name) ? name : null)
        .OfType<JobName>()
        .OrderBy(name => name.Value, StringComparer.Ordinal);

    /// <summary>What stands where a job's source belongs.</summary>
    public JobSource Find(JobName name)
    {
        if (!_entries.TryGetValue(name.Value, out FileSystemInfo? occupant))
            return new JobSource(name, JobSourceState.Absent, Workspace.JobsFolder);

        string path = $"{Workspace.JobsFolder}/{occupant.Name}";
        if (occupant is not DirectoryInfo folder || folder.Name != name.Value)
            return new JobSource(name, JobSourceState.Blocked, path);
        string source = SourceIn(folder);
        return Directory.Exists(source)
            ? new JobSource(name, JobSourceState.Blocked, $"{path}/{JobSource.FileName}")
            : new JobSource(name, IsFile(source) ? JobSourceState.Present : JobSourceState.FolderOnly, path);
    }

    private static string SourceIn(DirectoryInfo folder) => Path.Join(folder.FullName, JobSource.FileName);

    /// <remarks><see cref="File.Exists"/> is true for a link that leads nowhere.</remarks>
    private static bool IsFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && (file.LinkTarget is null || file.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true });
    }
}
