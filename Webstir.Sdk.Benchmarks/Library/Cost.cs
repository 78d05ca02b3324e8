namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>What one call costs: medians of samples that take turns with those of the other works.</summary>
/// <param name="Time">Time on a processor: waits for a disk, and other programs, are no part of it.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record Cost(TimeSpan Time, double Bytes)
{
    /// <summary>Enough calls for the compiler's last tier, which comes some 100 ms after the first 30.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Held as a caller holds it, so that no work is done for nothing.</summary>
    private static object? _result;

    public static Cost[] Measure(int samples, params Work[] works)
    {
        long start = Environment.TickCount64;
        do
        {
            foreach (Work work in works)
                Sample(work);
        }
        while (Environment.TickCount64 - start < WarmUp.TotalMilliseconds);

        Cost[][] rounds = [.. Enumerable.Range(0, samples).Select(_ => works.Select(Sample).ToArray())];
        return [.. works.Select((_, index) => new Cost(
            Median(rounds.Select(round => round[index].Time)),
            Median(rounds.Select(round => round[index].Bytes))))];
    }

    private static Cost Sample(Work work)
    {
        work.Prepare?.Invoke();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan time = Environment.CpuUsage.TotalTime;
        for (int call = 0; call < work.Calls; call++)
            _result = work.Run();
        return new Cost((Environment.CpuUsage.TotalTime - time) / work.Calls, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / work.Calls);
    }

    private static T Median<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
