using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>The right to change a workspace: one process, and one thread in it, at a time.</summary>
/// <remarks>
/// What is locked is the workspace's folder itself. So there is no lock file to commit, to delete too early or to find stale, the
/// kernel lets go when a process dies, and .NET's switch that turns file locking off does not reach it. Windows cannot lock a folder:
/// there it is a file that nobody else can open, and that the system deletes with its last handle. On a network file system the
/// lock of a folder may be known on this machine only: a warning says so.
/// </remarks>
internal sealed class WorkspaceLock : IDisposable
{
    private const string WindowsFile = ".webstir.lock";

    /// <summary>A second or so of them is more than the folder's permissions can be mistaken for.</summary>
    private const int MaxDenials = 50;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly Workspace _workspace;
    private SafeFileHandle? _handle;
    private bool _isHeld;
    private int _denials;

    private WorkspaceLock(Workspace workspace) => _workspace = workspace;

    /// <summary>Takes the lock, waiting for whoever has it.</summary>
    /// <exception cref="WebstirException">WEB0210: somebody else keeps it. WEB0211: the folder cannot be locked.</exception>
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
    public Problem? Warning => _handle is { } handle && !OperatingSystem.IsWindows() && Posix.NetworkOf(handle) is { } network ? Local(network) : null;

    public void Dispose()
    {
        if (_isHeld && !OperatingSystem.IsWindows())
            Posix.Release(_handle!);
        _handle?.Dispose();
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
        try
        {
            if (OperatingSystem.IsWindows())
                return (_handle = TryOpenAlone(_workspace.PathOf(WindowsFile))) is not null;
            _handle ??= Posix.Open(_workspace.Root);
            return _isHeld = Posix.TryLock(_handle, _workspace.Root);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && ++_denials < MaxDenials)
        {
            // The file of a holder that is just letting go is not gone yet, and nobody may open it: that is over at once.
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(Unlockable(error), error);
        }
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

    private Problem Unlockable(Exception error) => FileProblem.Of("WEB0211", "The workspace cannot be locked against other changes", _workspace.Root, error) with
    {
        Hint = error is UnauthorizedAccessException ? "Check its permissions and owner." : "Network file systems often cannot lock: keep the workspace on a local disk.",
    };

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
