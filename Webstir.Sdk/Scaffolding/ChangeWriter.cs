using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Writes new files: all of them, or, as far as the system lets it, none.</summary>
internal static class ChangeWriter
{
    /// <summary>Writes the manifest last, under the lock of their folder; what is there as planned stays.</summary>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0210: somebody else keeps the lock. WEB0211: the folder cannot be locked.</exception>
    public static void Write(ChangePlan plan)
    {
        string? newFolder = Existence.IsFolder(plan.Root) ? null : FirstMissingFolder(plan.Root) ?? plan.Root;
        try
        {
            CreateFolder(plan.Root);
            using WorkspaceLock taken = WorkspaceLock.Take(Workspace.At(plan.Root), new LockWait(), CancellationToken.None);
            WriteFiles(plan);
        }
        catch (WebstirException)
        {
            TryUndo(() => RemoveEmptyFolders(plan.Root, newFolder));
            throw;
        }
    }

    private static void WriteFiles(ChangePlan plan)
    {
        var undo = new Stack<Action>();
        try
        {
            foreach (FileChange change in plan.Changes.OrderBy(change => change.Path == Workspace.ManifestFile))
                Write(RealPath.Inside(plan.Root, change.Path), change.After!.Value.Span, undo);
        }
        catch (WebstirException)
        {
            foreach (Action step in undo)
                TryUndo(step);
            throw;
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> content, Stack<Action> undo)
    {
        AtomicFile.DeleteTemporaries(Path.GetDirectoryName(path)!);
        if (!FileReader.Holds(path, content))
            Create(path, content, undo);
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The folder cannot be created", path, error), error);
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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or WebstirException)
        {
        }
    }

    private static string? FirstMissingFolder(string path)
    {
        string? missing = null;
        for (string? folder = Path.GetDirectoryName(path); folder is not null && !Existence.IsFolder(folder); folder = Path.GetDirectoryName(folder))
            missing = folder;
        return missing;
    }

    /// <summary>Takes back the folders that were made, unless somebody has put something there meanwhile.</summary>
    private static void RemoveEmptyFolders(string innermost, string? outermost)
    {
        for (string? folder = innermost; outermost is not null && folder is not null && folder.Length >= outermost.Length; folder = Path.GetDirectoryName(folder))
        {
            if (!Existence.IsFolder(folder))
                continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            Directory.Delete(folder);
        }
    }
}
