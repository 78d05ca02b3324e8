using System.Text;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>The folder that the bundler writes into. It follows links, so that those that lead out of the workspace are refused before.</summary>
internal static class BuildOutput
{
    /// <summary>Refuses links by which the bundler would write where it must not, and removes the one that only a build may put there.</summary>
    /// <exception cref="WebstirException">WEB0209: a link leads out of the workspace. WEB0203: a folder cannot be read. WEB0204: a link cannot be removed.</exception>
    public static void Prepare(Workspace workspace)
    {
        RealPath.Inside(workspace.Root, BackendLayout.Output);
        foreach (string link in Links(workspace, BackendLayout.Output))
            RealPath.Inside(workspace.Root, link);
        Disk.DeleteLink(Path.Join(RealPath.Inside(workspace.Root, BackendLayout.Own), Path.GetFileName(BackendLayout.OutputList)));
    }

    /// <summary>
    /// Removes what an earlier build left and the last one did not write. What a link leads to may be anything, sources too: it is left
    /// alone, all of it when the output is such a place itself.
    /// </summary>
    /// <exception cref="WebstirException">WEB0204: something cannot be removed.</exception>
    public static void RemoveStale(Workspace workspace)
    {
        if (Existence.IsLink(Path.GetDirectoryName(workspace.PathOf(BackendLayout.Output))!) || Existence.IsLink(workspace.PathOf(BackendLayout.Output)))
            return;
        string list = Encoding.UTF8.GetString(FileReader.ReadAllBytes(workspace.PathOf(BackendLayout.OutputList)));
        var outputs = (JObject)JObject.Parse(list)["outputs"]!;
        HashSet<string> fresh = [.. outputs.Properties().Select(output => Path.GetFullPath(output.Name, workspace.Root))];
        var folder = new DirectoryInfo(workspace.PathOf(BackendLayout.Output));
        FileProblem.Guard("What an earlier build left cannot be removed", folder.FullName, () => RemoveStale(folder, fresh));
    }

    private static void RemoveStale(DirectoryInfo folder, HashSet<string> fresh)
    {
        if (!folder.Exists)
            return;

        foreach (DirectoryInfo inner in folder.GetDirectories().Where(inner => !IsLink(inner)))
            RemoveStale(inner, fresh);
        foreach (FileInfo file in folder.GetFiles().Where(file => !fresh.Contains(file.FullName)))
            file.Delete();
        if (folder.GetFileSystemInfos().Length == 0)
            folder.Delete();
    }

    /// <summary>Paths, below the workspace root, of the links in a folder.</summary>
    private static IEnumerable<string> Links(Workspace workspace, string folder) => FolderReader.Entries(workspace.PathOf(folder)).SelectMany(entry =>
    {
        string path = $"{folder}/{entry.Name}";
        return IsLink(entry) ? [path] : entry is DirectoryInfo ? Links(workspace, path) : [];
    });

    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
