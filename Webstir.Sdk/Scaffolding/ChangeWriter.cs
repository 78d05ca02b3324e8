using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Writes new files: all of them, or, as far as the system lets it, none.</summary>
internal static class ChangeWriter
{
    /// <exception cref="WebstirException">WEB0204: a file cannot be written.</exception>
    public static void Write(ChangePlan plan)
    {
        var undo = new Stack<Action>();
        try
        {
            foreach (FileChange change in plan.Changes)
                Create(RealPath.Inside(plan.Root, change.Path), change.After!.Value.Span, undo);
        }
        catch (WebstirException)
        {
            foreach (Action step in undo)
                TryUndo(step);
            throw;
        }
    }

    private static void Create(string path, ReadOnlySpan<byte> content, Stack<Action> undo)
    {
        string? newFolder = FirstMissingFolder(path);
        undo.Push(() => RemoveEmptyFolders(Path.GetDirectoryName(path)!, newFolder));
        AtomicFile.Create(path, content);
        undo.Push(() => File.Delete(path));
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
