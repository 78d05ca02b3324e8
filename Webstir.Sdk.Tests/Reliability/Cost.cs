using System.Diagnostics;
using System.Globalization;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>What adding one job to a manifest of a megabyte takes.</summary>
/// <param name="Milliseconds">Median of the whole process.</param>
/// <param name="Megabytes">Most memory that was resident in any of the runs.</param>
internal sealed record Cost(double Milliseconds, double Megabytes)
{
    private const int Runs = 11;
    private const int Megabyte = 1 << 20;

    public static async Task<Cost> MeasureAsync()
    {
        var costs = new List<Cost>();
        for (int run = 0; run < Runs; run++)
            costs.Add(await MeasureOnceAsync());
        return new Cost(costs.Select(cost => cost.Milliseconds).Order().ElementAt(Runs / 2), costs.Max(cost => cost.Megabytes));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:0} ms, {Megabytes:0} MB");

    private static async Task<Cost> MeasureOnceAsync()
    {
        using var shop = new Shop($$"""{ "name": "shop", "x": [{{string.Join(", ", Enumerable.Repeat("\"0123456789\"", Megabyte / 14))}}] }""");
        string[] line = Executable.CommandLine("add-job", "nightly");
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = shop.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        double peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(1);
        }

        double milliseconds = watch.Elapsed.TotalMilliseconds;
        Assert.That(process.ExitCode, Is.Zero, await process.StandardError.ReadToEndAsync());
        return new Cost(milliseconds, peak);
    }

    /// <summary>The system's own record, as last seen. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html</summary>
    private static double PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
