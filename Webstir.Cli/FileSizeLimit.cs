using System.Runtime.InteropServices;

namespace Webstir.Cli;

/// <summary>The signal by which the system ends a program whose file grows beyond a limit (<c>ulimit -f</c>).</summary>
internal static partial class FileSizeLimit
{
    private const int Signal = 25;
    private const nint Ignored = 1;

    /// <summary>Lets the write fail instead, like any other that the system refuses.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/setrlimit.2.html</remarks>
    public static void ReportAsFailure()
    {
        if (!OperatingSystem.IsWindows())
            SetHandler(Signal, Ignored);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint SetHandler(int signal, nint handler);
}
