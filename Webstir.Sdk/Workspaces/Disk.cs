using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>Folders and renames with the guarantees that a transaction needs, as far as each system gives them.</summary>
internal static class Disk
{
    private const int MaxAtOnce = 8;
    private const int SmallStack = 256 << 10;
    private const int MaxAttempts = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until files and folders are on the disk. Together, because a journalling file system writes them in one go.</summary>
    /// <remarks>Threads of our own: the pool's take longer to start than the disk to write.</remarks>
    public static void Flush(IReadOnlyList<string> paths)
    {
        int next = -1;
        ExceptionDispatchInfo? failure = null;
        void FlushNext()
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < paths.Count; i = Interlocked.Increment(ref next))
                    Flush(paths[i]);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        }

        List<Thread> others = [];
        while (others.Count + 1 < Math.Min(paths.Count, MaxAtOnce) && TryStart(FlushNext) is { } other)
            others.Add(other);
        FlushNext();
        foreach (Thread other in others)
            other.Join();
        failure?.Throw();
    }

    /// <summary>As <see cref="Flush(IReadOnlyList{string})"/>, for what is there to be seen already: a failure changes nothing about that.</summary>
    public static void TryFlush(IReadOnlyList<string> paths)
    {
        try
        {
            Flush(paths);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Creates a folder; one that exists is a failure.</summary>
    public static void CreateFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
            Posix.CreateFolder(path);
        else if (!Path.Exists(path))
            Directory.CreateDirectory(path);
        else
            throw new IOException($"It exists: '{path}'");
    }

    /// <summary>Renames a file or folder; never over something that exists.</summary>
    public static void RenameNew(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && Posix.TryRenameNew(from, to))
            return;
        if (Path.Exists(to))
            throw new IOException($"It exists: '{to}'");
        if (Directory.Exists(from))
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
        if (new DirectoryInfo(path).LinkTarget is not null)
            File.Delete(path);
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    /// <summary>Deletes a folder, if there is one and it holds nothing.</summary>
    public static void DeleteIfEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    /// <summary>A thread at work; <see langword="null"/> when the system gives no more of them.</summary>
    private static Thread? TryStart(ThreadStart work)
    {
        var thread = new Thread(work, SmallStack);
        try
        {
            thread.Start();
            return thread;
        }
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            return null;
        }
    }

    private static void Flush(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Posix.Flush(path);
        }
        else if (File.Exists(path))
        {
            using SafeFileHandle file = File.OpenHandle(path, access: FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
        }
    }
}
