using Webstir.Sdk.Jobs;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Where a transaction works: what it changes, and what it leaves for the next run if it is killed. All links are followed.</summary>
internal sealed class TransactionFiles
{
    /// <summary>The workspace's own folder; the scaffolded <c>.gitignore</c> names it.</summary>
    private const string Folder = ".webstir";

    /// <summary>Path of the journal below the workspace root.</summary>
    public const string JournalFile = Folder + "/journal";

    private const string New = "+";
    private const string Old = "-";

    private readonly string _root;
    private readonly string _realRoot;

    public TransactionFiles(Workspace workspace)
    {
        _root = workspace.Root;
        _realRoot = RealPath.Of(_root);
        Own = At(Folder);
        Journal = Path.Join(Own, Path.GetFileName(JournalFile));
        Manifest = At(Workspace.ManifestFile);
        NewManifest = Path.Join(Path.GetDirectoryName(Manifest), $".{Workspace.ManifestFile}.webstir");
        Jobs = At(Workspace.JobsFolder);
    }

    /// <summary>Folder of what is staged.</summary>
    public string Own { get; }

    public string Journal { get; }

    public string Manifest { get; }

    /// <summary>The manifest's new content: beside it, because a rename must not leave the file system.</summary>
    public string NewManifest { get; }

    public string ManifestFolder => Path.GetDirectoryName(Manifest)!;

    /// <summary>The folder of all jobs.</summary>
    public string Jobs { get; }

    /// <summary>Where a job's folder belongs.</summary>
    public string Job(JobName name) => Path.Join(Jobs, name.Value);

    /// <summary>Where the source of a job belongs whose folder is there.</summary>
    public string Source(JobName name) => SourceIn(At($"{Workspace.JobsFolder}/{name.Value}"));

    /// <summary>Where a job's folder waits to be put in its place. A plus is in no job's name.</summary>
    public string Staged(JobName name) => Path.Join(Own, $"{New}{name.Value}");

    /// <summary>Where a job's folder waits to be deleted.</summary>
    public string Removed(JobName name) => Path.Join(Own, $"{Old}{name.Value}");

    /// <summary>Jobs whose folders wait to be deleted.</summary>
    public IEnumerable<JobName> AllRemoved() => Names(Old).Select(name => JobName.TryParse(name, out JobName? job) ? job : null).OfType<JobName>();

    /// <summary>Where all waits that is to be put in its place.</summary>
    public IEnumerable<string> AllStaged() => Names(New).Select(name => Path.Join(Own, New + name));

    /// <summary>Where a path below the workspace root leads.</summary>
    public string At(string path) => RealPath.Inside(_root, _realRoot, path);

    /// <summary>Where a file belongs; a link in its place is not followed.</summary>
    public string At(NewFile file) => Path.Join(At(file.Folder), Path.GetFileName(file.Path));

    /// <summary>Where a file waits to be put in its place. A second plus is in the name of nothing else that is staged.</summary>
    public string Staged(NewFile file) => Path.Join(Own, $"{New}{file.Path.Replace('/', '+')}");

    private IEnumerable<string> Names(string prefix) =>
        FolderReader.Names(Own).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    /// <summary>The source in a job's folder, wherever that is.</summary>
    public static string SourceIn(string folder) => Path.Join(folder, JobSource.FileName);
}
