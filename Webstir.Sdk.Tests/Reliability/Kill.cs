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
            using Shop shop = operation.NewShop();
            bool isFromChange = seed % 2 == 0;
            int delay = new Random(seed).Next(isFromChange ? MillisecondsOfWork : whole * 5 / 4);
            await RunAsync(shop, operation, TimeSpan.FromMilliseconds(delay), isFromChange);
            tally.Count($"{operation}, killed {delay} ms after its {(isFromChange ? "first change" : "start")}", operation.FaultAfterKill(shop.Root));
        });
        return tally;
    }

    /// <summary>Kills one run at each of the main thread's system calls that touch the workspace.</summary>
    public static async Task<Tally> AtEverySystemCallAsync(Operation operation)
    {
        var tally = new Tally();
        await Parallel.ForEachAsync(await operation.SystemCallsAsync(), AllCores, async (call, cancellation) =>
        {
            string verdict = await Strace.UntilHitAsync(call, async () =>
            {
                using Shop shop = operation.NewShop();
                return await Strace.KillAsync(shop.Root, call, operation.Arguments(shop.Root)) ? operation.FaultAfterKill(shop.Root) ?? "" : null;
            });
            tally.Count($"{operation}, killed at {call}", verdict.Length == 0 ? null : verdict);
        });
        return tally;
    }

    /// <summary>
    /// Kills one run just before its last rename; then the run that mends that, at each of its own system calls;
    /// then mends that.
    /// </summary>
    public static async Task<Tally> AtEverySystemCallOfTheNextRunAsync(Operation operation)
    {
        var tally = new Tally();
        using Shop example = await BeforeCommitAsync(operation);
        SystemCall[] calls = [.. (await Strace.ListAsync(example.Root, operation.Next(example.Root))).Where(call => call.IsOnMainThread && call.Name != "fsync")];
        await Parallel.ForEachAsync(calls, AllCores, async (call, cancellation) =>
        {
            string verdict = await Strace.UntilHitAsync(call, async () =>
            {
                using Shop shop = await BeforeCommitAsync(operation);
                return await Strace.KillAsync(shop.Root, call, operation.Next(shop.Root)) ? FaultAfterRecovery(operation, shop) ?? "" : null;
            });
            tally.Count($"{operation}, whose recovery is killed at {call}", verdict.Length == 0 ? null : verdict);
        });
        return tally;
    }

    /// <summary>A workspace in which a run was killed just before its last rename, which decides; most often the manifest's.</summary>
    public static Task<Shop> BeforeCommitAsync(Operation operation) => BeforeRenameAsync(operation, renames => renames[^1]);

    /// <summary>A workspace in which a run was killed when all was staged and nothing in its place.</summary>
    public static Task<Shop> WhenStagedAsync(Operation operation) => BeforeRenameAsync(operation, renames => renames[0]);

    private static async Task<Shop> BeforeRenameAsync(Operation operation, Func<SystemCall[], SystemCall> choose)
    {
        SystemCall[] renames = [.. (await operation.SystemCallsAsync()).Where(call => call.Name.StartsWith("rename", StringComparison.Ordinal))];
        Shop shop = operation.NewShop();
        Assert.That(await Strace.KillAsync(shop.Root, choose(renames), operation.Arguments(shop.Root)), "The run was not killed.");
        Assert.That(shop.State[Shop.Manifest], Is.EqualTo(operation.Before[Shop.Manifest]));
        return shop;
    }

    /// <summary>The killed run may have come as far as its own job, so one that is listed already is no fault.</summary>
    private static string? FaultAfterRecovery(Operation operation, Shop shop)
    {
        shop.Webstir(operation.Next(shop.Root));
        return operation.FaultOfNexts(shop.State);
    }

    private static async Task<TimeSpan> TimeAsync(Operation operation)
    {
        using Shop shop = operation.NewShop();
        var watch = Stopwatch.StartNew();
        (await shop.WebstirAsync(operation.Arguments(shop.Root))).MustSucceed();
        return watch.Elapsed;
    }

    private static async Task RunAsync(Shop shop, Operation operation, TimeSpan delay, bool isFromChange)
    {
        using var watcher = new FileSystemWatcher(shop.Root) { IncludeSubdirectories = true };
        var change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => change.TrySetResult();
        watcher.EnableRaisingEvents = true;

        string[] line = Executable.CommandLine(operation.Arguments(shop.Root));
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
