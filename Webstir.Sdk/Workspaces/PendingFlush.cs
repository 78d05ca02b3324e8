using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>A file or folder on its way to the disk. Not for Windows.</summary>
/// <remarks>
/// One that is started is waited for by a thread of the system's, which runs fsync and nothing of .NET: .NET's own threads take
/// longer to start than a disk to write, and hold up whoever starts them.
/// https://man7.org/linux/man-pages/man3/pthread_create.3.html
/// </remarks>
internal sealed partial class PendingFlush : IDisposable
{
    private static readonly nint FileSync = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "fsync");

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private nint? _thread;

    public PendingFlush(string path)
    {
        _path = path;
        _file = Posix.Open(path);
    }

    /// <summary>Begins to wait; if there can be no more threads, <see cref="Finish"/> does. So it does on macOS, where fsync is not enough.</summary>
    public void Start()
    {
        if (!OperatingSystem.IsMacOS() && CreateThread(out nint thread, 0, FileSync, _file.DangerousGetHandle()) == 0)
            _thread = thread;
    }

    /// <summary>Waits until it is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Finish()
    {
        if (_thread is null)
            Posix.Flush(_file, _path);
        else if (!Join())
            throw new IOException($"It cannot be written to the disk : '{_path}'");
    }

    public void Dispose()
    {
        if (_thread is not null)
            Join();
        _file.Dispose();
    }

    /// <returns>Whether fsync, whose result is an int in the place of a pointer, returned 0.</returns>
    private bool Join()
    {
        int error = JoinThread(_thread!.Value, out nint result);
        _thread = null;
        return error == 0 && unchecked((int)result) == 0;
    }

    [LibraryImport("libc", EntryPoint = "pthread_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CreateThread(out nint thread, nint attributes, nint start, nint argument);

    [LibraryImport("libc", EntryPoint = "pthread_join")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int JoinThread(nint thread, out nint result);
}
