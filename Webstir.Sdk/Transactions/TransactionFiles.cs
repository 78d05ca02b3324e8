using Webstir.Sdk.Jobs;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Where a transaction works: what it changes, and what it leaves for the next run if it is killed. All links are followed.</summary>
internal sealed class TransactionFiles
{
    /// <summary>The workspace's own folder; the scaffolded <c>.gitignore</c> names it.</summary>
    private const string Folder = ".webstir";

    private readonly string _root;
    private readonly string _jobs;

    public TransactionFiles(Workspace workspace)
    {
        _root = workspace.Root;
        Own = RealPath.Inside(workspace.Root, Folder);
        Journal = Path.Join(Own, "journal");
        Manifest = RealPath.Inside(workspace.Root, Workspace.ManifestFile);
        NewManifest = Path.Join(Path.GetDirectoryName(Manifest), $".{Workspace.ManifestFile}.webstir");
        _jobs = RealPath.Inside(workspace.Root, Workspace.JobsFolder);
    }

    /// <summary>Folder of what is staged.</summary>
    public string Own { get; }

    public string Journal { get; }

    public string Manifest { get; }

    /// <summary>The manifest's new content: beside it, because a rename must not leave the file system.</summary>
    public string NewManifest { get; }

    public string ManifestFolder => Path.GetDirectoryName(Manifest)!;

    /// <summary>The folder of all jobs.</summary>
    public string Jobs => _jobs;

    /// <summary>Where a job's folder belongs.</summary>
    public string Job(JobName name) => Path.Join(_jobs, name.Value);

    /// <summary>Where a job's source belongs.</summary>
    public string Source(JobName name) => SourceIn(Job(name));

    /// <summary>Where a job's folder waits to be put in its place, or to be deleted. A plus is in no job's name.</summary>
    public string Staged(JobName name) => Path.Join(Own, $"+{name.Value}");

    /// <summary>Where a path below the workspace root leads.</summary>
    public string At(string path) => RealPath.Inside(_root, path);

    /// <summary>Where a file waits to be put in its place. A second plus is in the name of nothing else that is staged.</summary>
    public string Staged(NewFile file) => Path.Join(Own, $"+{file.Path.Replace('/', '+')}");

    /// <summary>The source in a job's folder, wherever that is.</summary>
    public static string SourceIn(string folder) => Path.Join(folder, JobSource.FileName);
}
