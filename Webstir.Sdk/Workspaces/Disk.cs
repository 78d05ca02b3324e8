using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>Folders and renames with the guarantees that a transaction needs, as far as each system gives them.</summary>
internal static class Disk
{
    /// <summary>Most files that are open, and waited for, at the same time.</summary>
    public const int MaxAtOnce = 16;

    private const int MaxAttempts = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until files and folders are on the disk. Together, because a journalling file system writes them in one go.</summary>
    public static void Flush(IReadOnlyList<string> paths)
    {
        foreach (string[] some in paths.Chunk(MaxAtOnce))
        {
            if (OperatingSystem.IsWindows())
                Array.ForEach(some, FlushFile);
            else
                FlushAtOnce(some);
        }
    }

    /// <summary>As <see cref="Flush"/>, for what is there to be seen already: a failure changes nothing about that.</summary>
    /// <returns>Whether all of it is on the disk.</returns>
    public static bool TryFlush(IReadOnlyList<string> paths)
    {
        try
        {
            Flush(paths);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Creates a folder; one that exists is a failure.</summary>
    public static void CreateFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
            Posix.CreateFolder(path);
        else if (!Existence.IsAnything(path))
            Directory.CreateDirectory(path);
        else
            throw new IOException($"It exists: '{path}'");
    }

    /// <summary>Renames a file or folder; never over something that exists.</summary>
    public static void RenameNew(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && Posix.TryRenameNew(from, to))
            return;
        if (Existence.IsAnything(to))
            throw new IOException($"It exists: '{to}'");
        if (Existence.IsFolder(from))
            Directory.Move(from, to);
        else
            File.Move(from, to);
    }

    /// <summary>Puts a file in the place of another in one step.</summary>
    /// <remarks>
    /// Windows refuses as long as somebody else, often a virus scanner, has the old one open: there it is tried for a second.
    /// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-movefileexw
    /// </remarks>
    public static void Replace(string from, string to)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (Exception error) when (OperatingSystem.IsWindows() && attempt < MaxAttempts && error is (IOException or UnauthorizedAccessException))
            {
                Thread.Sleep(FirstPause * attempt);
            }
        }
    }

    /// <summary>Deletes a folder with all that it holds, or the link that stands in its place.</summary>
    public static void DeleteFolder(string path)
    {
        if (Existence.IsLink(path))
            File.Delete(path);
        else if (Existence.IsFolder(path))
            Directory.Delete(path, recursive: true);
    }

    /// <summary>Deletes the link that stands in a place, if there is one; what it leads to stays.</summary>
    /// <exception cref="Problems.WebstirException">WEB0204: the system refused.</exception>
    public static void DeleteLink(string path)
    {
        if (Existence.IsLink(path))
            FileProblem.Guard("The link cannot be deleted", path, () => File.Delete(path));
    }

    /// <summary>Deletes a folder, if there is one and it holds nothing.</summary>
    public static void DeleteIfEmpty(string path)
    {
        try
        {
            if (Existence.IsFolder(path) && IsEmpty(path))
                Directory.Delete(path);
        }
        catch (IOException) when (!IsEmpty(path))
        {
            // Somebody was quicker. A build, for one, takes no lock.
        }
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>The first one on this thread, each of the others on one of its own.</summary>
    private static void FlushAtOnce(IEnumerable<string> paths)
    {
        var pending = new List<PendingFlush>();
        try
        {
            foreach (string path in paths)
                pending.Add(new PendingFlush(path));
            foreach (PendingFlush other in pending.Skip(1))
                other.Start();
            pending.ForEach(flush => flush.Finish());
        }
        finally
        {
            pending.ForEach(flush => flush.Dispose());
        }
    }

    /// <summary>Windows keeps the names in a folder by itself.</summary>
    private static void FlushFile(string path)
    {
        if (!Existence.IsFile(path))
            return;
        using SafeFileHandle file = File.OpenHandle(path, access: FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
