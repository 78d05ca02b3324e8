using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>Folders and renames with the guarantees that a transaction needs, as far as each system gives them.</summary>
internal static class Disk
{
    private const int MaxAtOnce = 8;
    private const int SmallStack = 256 << 10;

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

        Thread[] others = [.. Enumerable.Range(1, Math.Clamp(paths.Count, 1, MaxAtOnce) - 1).Select(_ => new Thread(FlushNext, SmallStack))];
        foreach (Thread other in others)
            other.Start();
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
