using System.Diagnostics;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs of the command that are killed on the way.</summary>
internal static class Kill
{
    /// <summary>Long enough for all that follows the first change in a workspace.</summary>
    private const int MillisecondsOfWork = 25;

    private static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>
    /// Kills runs at random times: half of them counted from the start, half from the first change in the workspace, so that enough of
    /// them hit the work and not only the runtime that gets ready for it.
    /// </summary>
    public static async Task<Tally> AtRandomTimesAsync(Operation operation, int kills)
    {
        var tally = new Tally();
        int whole = (int)(await TimeAsync(operation)).TotalMilliseconds;
        await Parallel.ForAsync(0, kills, AllCores, async (seed, cancellation) =>
        {
            using var shop = new Shop(operation.Before);
            bool isFromChange = seed % 2 == 0;
            int delay = new Random(seed).Next(isFromChange ? MillisecondsOfWork : whole * 5 / 4);
            await RunAsync(shop, operation, TimeSpan.FromMilliseconds(delay), isFromChange);
            tally.Count($"{operation}, killed {delay} ms after its {(isFromChange ? "first change" : "start")}", operation.FaultAfterKill(shop.Root));
        });
        return tally;
    }

    /// <summary>Kills one run at each system call that touches the workspace.</summary>
    public static async Task<Tally> AtEverySystemCallAsync(Operation operation)
    {
        var tally = new Tally();
        await Parallel.ForEachAsync(await operation.SystemCallsAsync(), AllCores, async (call, cancellation) =>
        {
            using var shop = new Shop(operation.Before);
            await Strace.DisturbAsync(shop.Root, call, "signal=SIGKILL", operation.Arguments);
            tally.Count($"{operation}, killed at {call}", operation.FaultAfterKill(shop.Root));
        });
        return tally;
    }

    private static async Task<TimeSpan> TimeAsync(Operation operation)
    {
        using var shop = new Shop(operation.Before);
        var watch = Stopwatch.StartNew();
        (await shop.WebstirAsync(operation.Arguments)).MustSucceed();
        return watch.Elapsed;
    }

    private static async Task RunAsync(Shop shop, Operation operation, TimeSpan delay, bool isFromChange)
    {
        using var watcher = new FileSystemWatcher(shop.Root) { IncludeSubdirectories = true };
        var change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => change.TrySetResult();
        watcher.EnableRaisingEvents = true;

        string[] line = Executable.CommandLine(operation.Arguments);
        using Process process = Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = shop.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (isFromChange)
            await Task.WhenAny(change.Task, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(1)));
        await Task.Delay(delay);
        process.Kill();
        await process.WaitForExitAsync();
    }
}
