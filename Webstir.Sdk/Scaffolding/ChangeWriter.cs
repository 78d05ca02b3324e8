using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Writes and deletes files: all of them, or, as far as the system lets it, none. A kill in between leaves each of them whole.</summary>
internal sealed class ChangeWriter
{
    private readonly string _root;
    private readonly Stack<Action> _undo = new();

    private ChangeWriter(string root) => _root = root;

    /// <summary>Makes the changes of a plan in its order. The workspace is locked meanwhile.</summary>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written or deleted. WEB0212: one has several names. What was there before is there again, unless that failed, too.</exception>
    public static void Write(ChangePlan plan)
    {
        var writer = new ChangeWriter(plan.Root);
        try
        {
            writer.Write(plan.Changes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or WebstirException)
        {
            foreach (Action step in writer._undo)
                TryStep(step);
            if (error is WebstirException)
                throw;
            throw new WebstirException(FileProblem.Of("WEB0204", "The files cannot be written", plan.Root, error), error);
        }
    }

    /// <summary>Creates a workspace and locks it meanwhile. With its manifest, which comes last, it is one.</summary>
    /// <returns>What a user should know of the lock; <see langword="null"/> for nothing.</returns>
    /// <exception cref="WebstirException">As for <see cref="Write(ChangePlan)"/>. WEB0210: somebody else keeps the lock. WEB0211: the folder cannot be locked.</exception>
    public static Problem? Create(ChangePlan plan, LockWait wait)
    {
        var writer = new ChangeWriter(plan.Root);
        try
        {
            writer.CreateFolder(plan.Root);
            using WorkspaceLock taken = WorkspaceLock.Take(Workspace.At(plan.Root), wait, CancellationToken.None);
            Write(plan with { Changes = [.. plan.Changes.OrderBy(change => change.Path == Workspace.ManifestFile)] });
            return taken.Warning;
        }
        catch (WebstirException)
        {
            foreach (Action step in writer._undo)
                TryStep(step);
            throw;
        }
    }

    private void Write(IReadOnlyList<FileChange> changes)
    {
        foreach (string folder in changes.Select(change => Path.GetDirectoryName(PathOf(change))!).Distinct(StringComparer.Ordinal))
            AtomicFile.DeleteTemporaries(folder);
        var staged = new List<(string Temporary, string Path, FileChange Change)>();
        foreach (FileChange change in changes.Where(change => change.After is not null))
        {
            string path = PathOf(change);
            // A new file may be there already, as it is to be, from a run that was killed.
            if (change.Before is not null || !FileReader.Holds(path, change.After!.Value.Span))
                staged.Add((Stage(path, change), path, change));
        }

        Disk.Flush([.. staged.Select(file => file.Temporary)]);
        foreach ((string temporary, string path, FileChange change) in staged)
            Place(temporary, path, change);
        string[] taken = [.. changes.Where(change => change.Kind == ChangeKind.Delete).Select(TakeAway)];
        foreach (string file in taken)
            TryStep(() => File.Delete(file));
    }

    private string Stage(string path, FileChange change)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        if (change.Before is not null)
            AtomicFile.RefuseSeveralNames(path);
        string temporary = AtomicFile.Stage(path, change.After!.Value, replaces: change.Before is not null);
        _undo.Push(() => File.Delete(temporary));
        return temporary;
    }

    private void Place(string temporary, string path, FileChange change)
    {
        if (change.Before is { } expected && !FileReader.Holds(path, expected.Span))
            throw new WebstirException(FileProblem.Changed(path));
        AtomicFile.Place(temporary, path, replaces: change.Before is not null);
        if (change.Before is { } before)
            _undo.Push(() => AtomicFile.Write(path, before));
        else
            _undo.Push(() => File.Delete(path));
    }

    private string TakeAway(FileChange change)
    {
        string path = PathOf(change);
        string taken = AtomicFile.TakeAway(path);
        _undo.Push(() => Disk.RenameNew(taken, path));
        return taken;
    }

    private string PathOf(FileChange change) => RealPath.Inside(_root, change.Path);

    /// <summary>Creates a folder and those on the way to it; the new ones go again unless somebody has put something there meanwhile.</summary>
    private void CreateFolder(string path)
    {
        if (Existence.IsFolder(path))
            return;
        CreateFolder(Path.GetDirectoryName(path)!);
        FileProblem.Guard("The folder cannot be created", path, () => Directory.CreateDirectory(path));
        _undo.Push(() => Disk.DeleteIfEmpty(path));
    }

    /// <summary>What fails here must hide neither the failure that matters nor the other steps.</summary>
    private static void TryStep(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or WebstirException)
        {
        }
    }
}
