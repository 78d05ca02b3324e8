using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Writes the changes of a plan: all of them, or, as far as the system lets it, none.</summary>
internal static class ChangeWriter
{
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0205: a file changed since the plan was made.</exception>
    public static void Write(ChangePlan plan)
    {
        foreach (FileChange change in plan.Changes.Where(change => change.Kind == ChangeKind.Update))
            RefuseChanged(PathOf(plan, change), change.Before!.Value.Span);

        var undo = new Stack<Action>();
        try
        {
            foreach (FileChange change in plan.Changes)
                Write(PathOf(plan, change), change, undo);
        }
        catch (WebstirException)
        {
            foreach (Action step in undo)
                TryUndo(step);
            throw;
        }
    }

    private static string PathOf(ChangePlan plan, FileChange change) => RealPath.Inside(plan.Root, change.Path);

    private static void Write(string path, FileChange change, Stack<Action> undo)
    {
        if (change.Kind == ChangeKind.Create)
        {
            string? newFolder = FirstMissingFolder(path);
            undo.Push(() => RemoveEmptyFolders(Path.GetDirectoryName(path)!, newFolder));
            AtomicFile.Create(path, change.After!.Value.Span);
            undo.Push(() => File.Delete(path));
        }
        else if (change.Kind == ChangeKind.Update)
        {
            AtomicFile.Replace(path, change.After!.Value.Span);
        }
    }

    /// <summary>What cannot be undone must hide neither the failure nor the other steps.</summary>
    private static void TryUndo(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
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

    /// <summary>Takes back the folders that were made, unless somebody has put something there meanwhile.</summary>
    private static void RemoveEmptyFolders(string innermost, string? outermost)
    {
        for (string? folder = innermost; outermost is not null && folder is not null && folder.Length >= outermost.Length; folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.Exists(folder))
                continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            Directory.Delete(folder);
        }
    }
}
