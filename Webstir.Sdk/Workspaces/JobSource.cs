using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands where a job's source belongs.</summary>
/// <param name="Name">The job.</param>
/// <param name="State">What is there.</param>
/// <param name="Place">Path of what is there, below the folder of jobs; empty for that folder itself.</param>
internal sealed record JobSource(JobName Name, JobSourceState State, string Place)
{
    public const string FileName = "index.ts";

    /// <summary>Path of what is there, below the workspace root.</summary>
    public string Occupant => Place.Length == 0 ? Workspace.JobsFolder : $"{Workspace.JobsFolder}/{Place}";

    /// <summary>Path of the job's folder below the workspace root.</summary>
    public string Folder => $"{Workspace.JobsFolder}/{Name.Value}";

    /// <summary>Path of the source file below the workspace root.</summary>
    public string Path => $"{Workspace.JobsFolder}/{Name.Value}/{FileName}";

    /// <summary>Whether the job's folder is there, with a source, without, or with something else in its place.</summary>
    public bool HasFolder => State is JobSourceState.Present or JobSourceState.FolderOnly || Occupant == Path;

    /// <summary>Why the source cannot be created.</summary>
    public Problem InTheWay(Workspace workspace) => new()
    {
        Code = "WEB0305",
        Message = $"'{Printable.Quote(Occupant)}' is in the way of the job '{Name}'. {Rule}",
        Hint = Hint,
        Path = workspace.PathOf(Occupant),
    };

    private string Rule => State == JobSourceState.Blocked
        ? $"Its source is '{Path}', in a folder of its own, ignoring case."
        : "A new job has a new folder.";

    private string Hint => State switch
    {
        JobSourceState.Blocked => "Choose another name.",
        JobSourceState.FolderOnly => $"Choose another name, or create the source in that folder with 'webstir add-job {Name} --force'.",
        _ => $"Choose another name, or record the existing code with 'webstir add-job {Name} --force'.",
    };
}
