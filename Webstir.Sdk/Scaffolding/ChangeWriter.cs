using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Writes the changes of a plan: all of them, or, as far as the system lets it, none.</summary>
internal static class ChangeWriter
{
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0205: a file changed since the plan was made.</exception>
    public static void Write(Workspace workspace, IReadOnlyList<FileChange> changes)
    {
        foreach (FileChange change in changes.Where(change => change.Kind == ChangeKind.Update))
            RefuseChanged(workspace.PathOf(change.Path), change.Before!.Value.Span);

        var undo = new Stack<Action>();
        try
        {
            foreach (FileChange change in changes)
                Write(workspace, change, undo);
        }
        catch (WebstirException)
        {
            foreach (Action step in undo)
                step();
            throw;
        }
    }

    private static void Write(Workspace workspace, FileChange change, Stack<Action> undo)
    {
        string path = workspace.PathOf(change.Path);
        if (change.Kind == ChangeKind.Create)
        {
            string? created = FirstMissingFolder(path);
            undo.Push(() => Remove(path, created));
            AtomicFile.Create(path, change.After!.Value.Span);
        }
        else if (change.Kind == ChangeKind.Update)
        {
            AtomicFile.Replace(path, change.After!.Value.Span);
        }
    }

    private static void RefuseChanged(string path, ReadOnlySpan<byte> expected)
    {
        if (!FileReader.ReadAllBytes(path).AsSpan().SequenceEqual(expected))
            throw new WebstirException(new Problem { Code = "WEB0205", Message = "The file changed since the plan was made.", Hint = "Run the command again.", Path = path });
    }

    private static string? FirstMissingFolder(string path)
    {
        string? missing = null;
        for (string? folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing = folder;
        return missing;
    }

    /// <summary>Takes back a file of ours with the folders made for it: nobody else has had the time to put anything there.</summary>
    private static void Remove(string path, string? folder)
    {
        if (folder is null)
            File.Delete(path);
        else if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
