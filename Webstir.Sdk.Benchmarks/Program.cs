using System.ComponentModel;
using Webstir.Sdk.Benchmarks;
using Webstir.Sdk.Benchmarks.Library;
using Webstir.Sdk.Benchmarks.Processes;
using Webstir.Sdk.Problems;

try
{
    using FileStream alone = Lock();
    RoomyHeap.Make();
    return Run(args) ? 1 : 0;
}
catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or Win32Exception or WebstirException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

// Two at once would measure each other, and publish into the same folders.
static FileStream Lock()
{
    string path = Path.Join(Path.GetFullPath(Path.GetTempPath()), "webstir-benchmarks.lock");
    try
    {
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
    }
    catch (IOException error)
    {
        throw new InvalidOperationException($"Another benchmark is running, and two would measure each other: {error.Message}", error);
    }
}

// Whether a row failed, or is above its limit.
static bool Run(string[] args)
{
    switch (args)
    {
        case ["ratios"]:
            SchedulerBenchmark.CheckPackages();
            return Measure(ProcessBenchmark.Run, LibraryBenchmark.Run, SchedulerBenchmark.Run);
        case ["processes"]:
            return Measure(ProcessBenchmark.Run);
        case ["library"]:
            return Measure(LibraryBenchmark.Run);
        default:
            throw new InvalidOperationException("Say what to measure: ratios (all of it), processes or library.");
    }
}

static bool Measure(params Func<bool>[] tables)
{
    bool isMissed = false;
    foreach (Func<bool> table in tables)
    {
        isMissed |= table();
        Console.WriteLine();
    }

    return isMissed;
}
