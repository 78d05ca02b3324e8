using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>The right to change a workspace: one process, and one thread in it, at a time.</summary>
/// <remarks>
/// What is locked is the workspace's folder itself, and that of its manifest where a link leads elsewhere, because another workspace
/// may have the same one; in the order of their paths, so that two of them do not wait for each other. So there is no lock file to
/// commit, to delete too early or to find stale, the kernel lets go when a process dies, and .NET's switch that turns file locking off
/// does not reach it. Windows cannot lock a folder: there it is a file that nobody else can open, and that the system deletes with its
/// last handle. On a network file system the lock of a folder may be known on this machine only: a warning says so.
/// </remarks>
internal sealed class WorkspaceLock : IDisposable
{
    private const string WindowsFile = ".webstir.lock";

    /// <summary>A second or so of them is more than the folder's permissions can be mistaken for.</summary>
    private const int MaxDenials = 50;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly Workspace _workspace;
    private readonly string[] _folders;
    private readonly SafeFileHandle?[] _held;
    private int _denials;

    private WorkspaceLock(Workspace workspace)
    {
        _workspace = workspace;
        string root = RealPath.Of(workspace.Root);
        string manifests = Path.GetDirectoryName(RealPath.Inside(workspace.Root, root, Workspace.ManifestFile))!;
        int order = string.CompareOrdinal(root, manifests);
        _folders = order == 0 ? [root] : order < 0 ? [root, manifests] : [manifests, root];
        _held = new SafeFileHandle?[_folders.Length];
    }

    /// <summary>Takes the lock, waiting for whoever has it.</summary>
    /// <exception cref="WebstirException">WEB0210: somebody else keeps it. WEB0211: a folder cannot be locked. WEB0209: the manifest lies outside of the workspace.</exception>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public static WorkspaceLock Take(Workspace workspace, LockWait wait, CancellationToken cancellationToken)
    {
        var taken = new WorkspaceLock(workspace);
        try
        {
            taken.Wait(wait, cancellationToken);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>What a user should know of this lock; <see langword="null"/> for nothing.</summary>
    public Problem? Warning => !OperatingSystem.IsWindows() && Network() is { } network ? Local(network) : null;

    public void Dispose()
    {
        foreach (SafeFileHandle? handle in _held)
        {
            if (handle is not null && !OperatingSystem.IsWindows())
                Posix.Release(handle);
            handle?.Dispose();
        }
    }

    /// <summary>The network file system that holds a folder which is locked; <see langword="null"/> for none.</summary>
    private string? Network()
    {
        foreach (SafeFileHandle? handle in _held)
        {
            if (handle is not null && Posix.NetworkOf(handle) is { } network)
                return network;
        }

        return null;
    }

    private void Wait(LockWait wait, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        bool isTold = false;
        for (TimeSpan pause = FirstPause; !TryTake(); pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            TimeSpan waited = Stopwatch.GetElapsedTime(start);
            if (waited >= wait.Timeout)
                throw new WebstirException(Taken(wait));
            if (!isTold && waited >= LockWait.Patience)
            {
                isTold = true;
                wait.Waiting?.Report(_workspace);
            }

            cancellationToken.WaitHandle.WaitOne(pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private bool TryTake()
    {
        for (int i = 0; i < _folders.Length; i++)
        {
            if (_held[i] is null && !TryTake(i))
                return false;
        }

        return true;
    }

    private bool TryTake(int index)
    {
        string folder = _folders[index];
        try
        {
            _held[index] = OperatingSystem.IsWindows() ? TryOpenAlone(Path.Join(folder, WindowsFile)) : TryLock(folder);
            return _held[index] is not null;
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && ++_denials < MaxDenials)
        {
            // The file of a holder that is just letting go is not gone yet, and nobody may open it: that is over at once.
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(Unlockable(folder, error), error);
        }
    }

    private static SafeFileHandle? TryLock(string folder)
    {
        SafeFileHandle handle = Posix.Open(folder);
        try
        {
            // Whoever had the lock may have put another folder in the place of this one.
            if (Posix.TryLock(handle, folder) && Posix.IsAt(handle, folder))
                return handle;
        }
        catch (IOException error)
        {
            handle.Dispose();
            throw new WebstirException(Unlockable(folder, error) with { Hint = "Network file systems often cannot lock: keep the workspace on a local disk." }, error);
        }

        handle.Dispose();
        return null;
    }

    private static SafeFileHandle? TryOpenAlone(string path)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (error.HResult == SharingViolation)
        {
            return null;
        }
    }

    private static Problem Unlockable(string folder, Exception error) =>
        FileProblem.Of("WEB0211", "The workspace cannot be locked against other changes", folder, error);

    private Problem Local(string network) => new()
    {
        Code = "WEB0215",
        Severity = Severity.Warning,
        Message = $"The workspace is on a network file system ({network}), where the lock of a folder may be known on this machine only.",
        Hint = "Let one machine at a time change it, or keep it on a local disk.",
        Path = _workspace.Root,
    };

    private Problem Taken(LockWait wait) => new()
    {
        Code = "WEB0210",
        Message = FormattableString.Invariant($"Another process has been changing the workspace for {wait.Timeout.TotalSeconds:0.#} seconds. One changes it at a time."),
        Hint = "Wait for the other one to end, or end it, then run the command again.",
        Path = _workspace.Root,
    };
}
