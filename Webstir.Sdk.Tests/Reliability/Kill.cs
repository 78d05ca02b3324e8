using System.Diagnostics;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs of the command that are killed on the way.</summary>
internal static class Kill
{
    /// <summary>SIGKILL, as .NET gives it.</summary>
    private const int Killed = 128 + 9;

    private const int Samples = 9;

    /// <summary>Of runs that ended too early, most that are started for one that is killed.</summary>
    private const int MaxMisses = 50;

    private static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>
    /// Kills runs at random times, until as many as wanted did not end by themselves: half of them counted from the start, half from the
    /// first change in the workspace, so that enough of them hit the work and not only the runtime that gets ready for it.
    /// </summary>
    public static async Task<Tally> AtRandomTimesAsync(Operation operation, int kills)
    {
        var tally = new Tally();
        int[] lives = [await LifeAsync(operation, isFromChange: true), await LifeAsync(operation, isFromChange: false)];
        int seed = -1;
        await Parallel.ForAsync(0, kills, AllCores, async (number, cancellation) =>
        {
            bool isFromChange = number % 2 == 0;
            while (!await TryAsync(tally, operation, isFromChange, new Random(Interlocked.Increment(ref seed)).Next(lives[number % 2])))
                Assert.That(tally.Miss(), Is.LessThan(kills * MaxMisses), "The runs end too early to be killed.");
        });
        return tally;
    }

    /// <summary>Kills one run at each of its flushes, on whichever thread that is.</summary>
    public static async Task<Tally> AtEveryFlushAsync(Operation operation)
    {
        var tally = new Tally();
        await Parallel.ForEachAsync(await operation.FlushesAsync(), AllCores, async (flush, cancellation) =>
        {
            using Shop shop = operation.NewShop();
            bool isKilled = await Strace.KillAsync(shop.Root, flush, operation.Arguments(shop.Root));
            tally.Count($"{operation}, killed at {flush}", isKilled ? operation.FaultAfterKill(shop.Root) : "it was not killed");
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

    /// <returns>Whether the run had not ended before.</returns>
    private static async Task<bool> TryAsync(Tally tally, Operation operation, bool isFromChange, int milliseconds)
    {
        using Shop shop = operation.NewShop();
        (int exit, _) = await RunAsync(shop, operation, isFromChange, milliseconds);
        if (exit != Killed)
            return false;
        tally.Count($"{operation}, killed {milliseconds} ms after its {(isFromChange ? "first change" : "start")}", operation.FaultAfterKill(shop.Root));
        return true;
    }

    /// <summary>Milliseconds until most undisturbed runs have ended, at least one. The first run, for which the executable may have to be built, is left out.</summary>
    private static async Task<int> LifeAsync(Operation operation, bool isFromChange)
    {
        var lives = new List<TimeSpan>();
        for (int sample = 0; sample <= Samples; sample++)
        {
            using Shop shop = operation.NewShop();
            (int exit, TimeSpan life) = await RunAsync(shop, operation, isFromChange, killAfter: null);
            Assert.That(exit, Is.Zero);
            lives.Add(life);
        }

        return (int)Math.Ceiling(lives.Skip(1).Order().ElementAt(Samples / 2).TotalMilliseconds);
    }

    /// <summary>A run, and how long it lived from its start, or from its first change.</summary>
    private static async Task<(int Exit, TimeSpan Life)> RunAsync(Shop shop, Operation operation, bool isFromChange, int? killAfter)
    {
        using var watcher = new FileSystemWatcher(shop.Root) { IncludeSubdirectories = true };
        var change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => change.TrySetResult();
        watcher.EnableRaisingEvents = true;

        string[] line = Executable.CommandLine(operation.Arguments(shop.Root));
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = shop.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (isFromChange)
        {
            await Task.WhenAny(change.Task, process.WaitForExitAsync());
            watch.Restart();
        }

        if (killAfter is { } milliseconds)
        {
            await Task.Delay(milliseconds);
            process.Kill();
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, watch.Elapsed);
    }
}
