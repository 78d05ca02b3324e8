namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>
/// Folders and files below a root: paths with <c>/</c>, a folder's with one at its end and without content. A link is followed, and
/// stands there once more with <c>@</c> at its end and its target as content; one to nothing stands there only so.
/// </summary>
internal sealed class FileTree : SortedDictionary<string, string>
{
    private FileTree()
        : base(StringComparer.Ordinal)
    {
    }

    public static FileTree Read(string root)
    {
        var tree = new FileTree();
        foreach (FileSystemInfo entry in new DirectoryInfo(root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is { } target)
                tree.Add(path + "@", target);
            if (entry is DirectoryInfo)
                tree.Add(path + "/", "");
            else if (entry.LinkTarget is null || entry.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true })
                tree.Add(path, ByteText.Of(File.ReadAllBytes(entry.FullName)));
        }

        return tree;
    }

    /// <summary>Writes a tree that has no links.</summary>
    public void Write(string root)
    {
        Directory.CreateDirectory(root);
        foreach ((string path, string content) in this)
        {
            if (path.EndsWith('/'))
                Directory.CreateDirectory(Path.Join(root, path));
            else
                File.WriteAllBytes(Path.Join(root, path), ByteText.ToBytes(content));
        }
    }

    public bool IsSameAs(FileTree other) => this.SequenceEqual(other);
}
