using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>A process that ran to its end, its output thrown away.</summary>
/// <param name="Failure">Why it is no success: an exit code or a signal; <see langword="null"/> if it is one.</param>
/// <param name="Elapsed">Time from asking for it until its end was seen.</param>
/// <param name="Processor">Time that it had a processor, in user's and in kernel's mode: other programs and waits for a disk are no part of it.</param>
/// <param name="PeakMemory">Most resident memory, in bytes; that of the parent if that is more, for the child begins as its copy.</param>
internal sealed partial record ChildProcess(string? Failure, TimeSpan Elapsed, TimeSpan Processor, long PeakMemory)
{
    private const int ReadWrite = 2;

    /// <summary>More than glibc's <c>posix_spawn_file_actions_t</c> and <c>struct rusage</c> take.</summary>
    private const int StructSize = 256;

    /// <summary>Place of <c>ru_maxrss</c>, after two times of two words each. https://man7.org/linux/man-pages/man2/getrusage.2.html</summary>
    private const int MaxRssOffset = 32;

    private const int TimeSize = 16;

    /// <summary>The bits of a status that hold the signal, below the exit code. https://man7.org/linux/man-pages/man2/wait.2.html</summary>
    private const int SignalMask = 0x7F;

    /// <summary>Runs a program without an environment.</summary>
    public static unsafe ChildProcess Run(string folder, params string[] command)
    {
        byte* actions = stackalloc byte[StructSize];
        byte* usage = stackalloc byte[StructSize];
        nint* arguments = stackalloc nint[command.Length + 1];
        nint* environment = stackalloc nint[] { 0 };
        for (int i = 0; i < command.Length; i++)
            arguments[i] = Marshal.StringToCoTaskMemUTF8(command[i]);
        arguments[command.Length] = 0;

        _ = InitializeActions(actions);
        _ = AddFolder(actions, folder);
        for (int stream = 0; stream <= 2; stream++)
            _ = AddOpen(actions, stream, "/dev/null", ReadWrite, 0);

        long start = Stopwatch.GetTimestamp();
        if (Spawn(out int id, command[0], actions, 0, arguments, environment) is > 0 and var error)
            throw new IOException($"'{command[0]}' cannot be started: error {error}.");
        if (Wait(id, out int status, 0, usage) != id)
            throw new IOException($"The end of '{command[0]}' was not seen.");
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        for (int i = 0; i < command.Length; i++)
            Marshal.FreeCoTaskMem(arguments[i]);
        return new ChildProcess(FailureOf(status), elapsed, TimeOf(usage) + TimeOf(usage + TimeSize), *(long*)(usage + MaxRssOffset) * 1024);
    }

    private static string? FailureOf(int status) => (status & SignalMask, status >> 8) switch
    {
        (0, 0) => null,
        (0, var code) => string.Create(CultureInfo.InvariantCulture, $"exit code {code}"),
        (var signal, _) => string.Create(CultureInfo.InvariantCulture, $"signal {signal}"),
    };

    /// <summary>A <c>struct timeval</c>.</summary>
    private static unsafe TimeSpan TimeOf(byte* time) => TimeSpan.FromSeconds(*(long*)time) + TimeSpan.FromMicroseconds(*(long*)(time + sizeof(long)));

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static unsafe partial int InitializeActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int AddFolder(byte* actions, string path);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int AddOpen(byte* actions, int descriptor, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Spawn(out int id, string file, byte* actions, nint attributes, nint* arguments, nint* environment);

    [LibraryImport("libc", EntryPoint = "wait4")]
    private static unsafe partial int Wait(int id, out int status, int options, byte* usage);
}
