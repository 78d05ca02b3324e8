using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands where a job's source belongs.</summary>
/// <param name="Path">Path of the source file below the workspace root.</param>
/// <param name="State">What is there.</param>
/// <param name="Occupant">Path of what is there; the job's folder when nothing is.</param>
internal sealed record JobSource(string Path, JobSourceState State, string Occupant)
{
    private const string File = "index.ts";

    /// <summary>Looks a job up among the folders, ignoring case as Windows and macOS do.</summary>
    public static JobSource Find(Workspace workspace, JobName name)
    {
        FileSystemInfo? occupant = Entries(workspace).FirstOrDefault(entry => name.IsTwinOf(entry.Name));
        JobSourceState state = occupant switch
        {
            null => JobSourceState.Absent,
            DirectoryInfo when occupant.Name != name.Value => JobSourceState.Blocked,
            DirectoryInfo folder => HasSource(folder) ? JobSourceState.Present : JobSourceState.FolderOnly,
            _ => JobSourceState.Blocked,
        };
        string path = $"{Workspace.JobsFolder}/{occupant?.Name ?? name.Value}";
        return occupant is DirectoryInfo && Directory.Exists(System.IO.Path.Join(occupant.FullName, File))
            ? new JobSource(PathFor(name), JobSourceState.Blocked, $"{path}/{File}")
            : new JobSource(PathFor(name), state, path);
    }

    /// <summary>Jobs that have a source, by the names of their folders. Folders that can be no job's are left out.</summary>
    public static IEnumerable<JobName> FindAll(Workspace workspace) => Entries(workspace)
        .OfType<DirectoryInfo>()
        .Where(HasSource)
        .Select(folder => JobName.TryParse(folder.Name, out JobName? name) ? name : null)
        .OfType<JobName>()
        .OrderBy(name => name.Value, StringComparer.Ordinal);

    /// <summary>Path of a job's source file below the workspace root.</summary>
    public static string PathFor(JobName name) => $"{Workspace.JobsFolder}/{name.Value}/{File}";

    /// <summary>Why the source cannot be created.</summary>
    public Problem InTheWay(Workspace workspace, JobName name) => new()
    {
        Code = "WEB0305",
        Message = $"'{Printable.Quote(Occupant)}' is in the way of the job '{name}'. A job's source is '{Path}'; names of jobs are unique ignoring case.",
        Hint = State == JobSourceState.Blocked
            ? "Choose another name."
            : $"Choose another name, or record the existing code with 'webstir add-job {name} --force'.",
        Path = workspace.PathOf(Occupant),
    };

    private static FileSystemInfo[] Entries(Workspace workspace) => FolderReader.Entries(workspace.PathOf(Workspace.JobsFolder));

    private static bool HasSource(DirectoryInfo folder) => System.IO.File.Exists(System.IO.Path.Join(folder.FullName, File));
}
