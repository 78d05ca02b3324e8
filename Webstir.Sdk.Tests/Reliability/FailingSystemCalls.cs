using System.Globalization;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs of which one system call fails.</summary>
internal static class FailingSystemCalls
{
    public static IReadOnlyList<string> Errors { get; } = ["ENOSPC", "EIO", "EACCES", "EROFS", "EXDEV", "EINTR", "EMFILE"];

    private static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Fails each of the calls that touch the workspace once with each error.</summary>
    public static async Task<Tally> TryAsync(Operation operation, IReadOnlyList<string> errors)
    {
        var tally = new Tally();
        IReadOnlyList<SystemCall> calls = await operation.SystemCallsAsync();
        await Parallel.ForEachAsync(calls.SelectMany(call => errors.Select(error => (call, error))), AllCores, async (failure, cancellation) =>
        {
            (SystemCall call, string error) = failure;
            string verdict = await Strace.UntilHitAsync(call, async () =>
            {
                using Shop shop = operation.NewShop();
                return await Strace.FailAsync(shop.Root, call, error, operation.Arguments(shop.Root)) is { } run ? operation.FaultAfter(run, shop.Root) ?? "" : null;
            });
            tally.Count($"{operation}, {error} at {call}", verdict.Length == 0 ? null : verdict);
        });
        return tally;
    }

    /// <summary>Fails each flush, on whichever thread it is. Before it is on the disk, nothing may be done.</summary>
    public static async Task<Tally> FlushesAsync(Operation operation)
    {
        var tally = new Tally();
        await Parallel.ForEachAsync(await operation.FlushesAsync(), AllCores, async (flush, cancellation) =>
        {
            using Shop shop = operation.NewShop();
            (ProcessRun run, bool isInjected) = await Strace.InjectAsync(shop.Root, [.. flush.Filter(shop.Root), "-e", "inject=fsync:error=EIO"], operation.Arguments(shop.Root));
            string? fault = !isInjected ? "there was none" : flush.IsNeeded && run.ExitCode == 0 ? "done in spite of it" : operation.FaultAfter(run, shop.Root);
            tally.Count($"{operation}, EIO at {flush}", fault);
        });
        return tally;
    }

    /// <summary>Lets no further thread start, from each that a run starts on. A runtime that cannot get ready ends in its own words.</summary>
    public static async Task<Tally> ThreadsAsync(Operation operation)
    {
        var tally = new Tally();
        for (int first = 1; await FailThreadsAsync(tally, operation, first); first++)
        {
        }

        return tally;
    }

    /// <summary>Whether it was .NET's console that could not get ready to print, when all was done: our own failures are no such exceptions.</summary>
    private static bool IsConsoles(ProcessRun run) => run.Error.Contains("Win32Exception (11)", StringComparison.Ordinal);

    /// <returns>Whether there was a thread to be started.</returns>
    private static async Task<bool> FailThreadsAsync(Tally tally, Operation operation, int first)
    {
        using Shop shop = operation.NewShop();
        string[] options = ["-e", string.Create(CultureInfo.InvariantCulture, $"inject=clone,clone3:error=EAGAIN:when={first}+")];
        (ProcessRun run, bool isInjected) = await Strace.InjectAsync(shop.Root, options, operation.Arguments(shop.Root));
        bool isReady = run.ExitCode is 0 or 1 || !shop.State.IsSameAs(operation.Before);
        string? fault = !isReady ? null : IsConsoles(run) ? operation.FaultAfterKill(shop.Root) : operation.FaultAfter(run, shop.Root);
        if (isInjected)
            tally.Count($"{operation}, no thread from number {first} on", fault);
        return isInjected;
    }
}
