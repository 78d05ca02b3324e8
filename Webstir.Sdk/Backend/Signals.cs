using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Webstir.Sdk.Backend;

/// <summary>Signals to other processes, which .NET offers only in its deadly form.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    /// <summary>Asks a process to end; on Windows, where nothing asks, ends it.</summary>
    public static void Terminate(Process process)
    {
        if (process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            process.Kill(entireProcessTree: true);
        else
            _ = Kill(process.Id, Sigterm);
    }

    // https://man7.org/linux/man-pages/man2/kill.2.html
    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Kill(int processId, int signal);
}
