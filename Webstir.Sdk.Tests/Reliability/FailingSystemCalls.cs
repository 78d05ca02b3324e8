namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs of which one system call fails.</summary>
internal static class FailingSystemCalls
{
    public static IReadOnlyList<string> Errors { get; } = ["ENOSPC", "EIO", "EACCES", "EROFS", "EXDEV", "EINTR", "EMFILE"];

    private static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Fails each of the calls that touch the workspace once with each error.</summary>
    public static async Task<Tally> TryAsync(Operation operation, IReadOnlyList<string> errors, Func<SystemCall, bool> isWanted)
    {
        var tally = new Tally();
        SystemCall[] calls = [.. (await operation.SystemCallsAsync()).Where(isWanted)];
        await Parallel.ForEachAsync(calls.SelectMany(call => errors.Select(error => (call, error))), AllCores, async (failure, cancellation) =>
        {
            (SystemCall call, string error) = failure;
            using var shop = new Shop(operation.Before);
            ProcessRun run = await Strace.FailAsync(shop.Root, call, error, operation.Arguments);
            tally.Count($"{operation}, {error} at {call}", operation.FaultAfter(run, shop.Root));
        });
        return tally;
    }
}
