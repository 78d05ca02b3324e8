using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>What is in the folder of a new workspace already: from a run that was killed, or in the way.</summary>
/// <remarks>The manifest is written last: with it, the workspace is no longer new.</remarks>
internal sealed class BegunWorkspace
{
    private readonly string _root;
    private readonly Dictionary<string, FileChange> _files;

    public BegunWorkspace(string root, IEnumerable<FileChange> files)
    {
        _root = root;
        _files = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>A file of the workspace, as it is to be written, or as it is there.</summary>
    public FileChange Planned(FileChange file) => IsWritten(file) ? file with { Kind = ChangeKind.Unchanged } : file;

    /// <summary>Names of what is in the way, sorted.</summary>
    /// <exception cref="Problems.WebstirException">WEB0203: a folder cannot be read.</exception>
    public string[] Obstacles()
    {
        string[] names = FolderReader.Names(_root);
        return names.Contains(Workspace.ManifestFile) ? names : [.. names.Where(name => !IsOurs(name))];
    }

    private bool IsOurs(string path)
    {
        if (_files.TryGetValue(path, out FileChange? file))
            return IsWritten(file);
        string full = Path.Join(_root, path);
        return IsOurFolder(path)
            ? Existence.IsFolderItself(full) && FolderReader.Names(full).All(name => IsOurs($"{path}/{name}"))
            : AtomicFile.IsTemporary(Path.GetFileName(path)) && Existence.IsFileItself(full);
    }

    private bool IsOurFolder(string path) => _files.Keys.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal));

    private bool IsWritten(FileChange file) => FileReader.Holds(Path.Join(_root, file.Path), file.After!.Value.Span);
}
