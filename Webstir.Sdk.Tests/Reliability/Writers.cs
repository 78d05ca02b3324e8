using System.Diagnostics;
using System.Globalization;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Many processes that add jobs to one workspace at the same time.</summary>
/// <param name="Runs">The processes.</param>
/// <param name="Entries">Names of the jobs in the manifest.</param>
/// <param name="Folders">Names of the jobs that have a source.</param>
/// <param name="Longest">What the one that took longest took, from its own start to its own end.</param>
internal sealed record Writers(ProcessRun[] Runs, string[] Entries, string[] Folders, TimeSpan Longest)
{
    public IEnumerable<ProcessRun> Winners => Runs.Where(run => run.ExitCode == 0);

    public IEnumerable<ProcessRun> Losers => Runs.Where(run => run.ExitCode != 0);

    /// <summary>As many jobs as runs that say so, each with its entry and its folder.</summary>
    public bool IsLossless => Winners.Count() == Entries.Length && Entries.SequenceEqual(Folders);

    /// <summary>Every process adds a job of its own.</summary>
    public static string[] DifferentNames(int count) => [.. Enumerable.Range(0, count).Select(number => $"job{number}")];

    /// <summary>Every process adds the same job.</summary>
    public static string[] SameName(int count) => [.. Enumerable.Repeat("nightly", count)];

    /// <summary>Starts one process a name, all at once.</summary>
    public static async Task<Writers> RunAsync(string[] names, params (string Name, string? Value)[] environment)
    {
        using var shop = new Shop();
        (ProcessRun Run, TimeSpan Time)[] runs = await Task.WhenAll(names.Select(async name =>
        {
            var watch = Stopwatch.StartNew();
            ProcessRun run = await Executable.RunAsync(shop.Root, environment, "add-job", name, "--wait", "120");
            return (run, watch.Elapsed);
        }));
        return Of([.. runs.Select(run => run.Run)], shop, runs.Max(run => run.Time));
    }

    /// <summary>Starts one process a name, all at once, kills every second one at some time, and mends what that left with one more run.</summary>
    public static async Task<Writers> RunWithKillsAsync(string[] names)
    {
        using var shop = new Shop();
        var random = new Random(names.Length);
        ProcessRun[] runs = await Task.WhenAll(names.Select((name, number) =>
        {
            string life = number % 2 == 0 ? "60" : string.Create(CultureInfo.InvariantCulture, $"{0.002 + (random.NextDouble() * names.Length / 250)}");
            return ProcessRun.Of("timeout", ["--signal=KILL", life, .. Executable.CommandLine("add-job", name)], shop.Root);
        }));
        ProcessRun last = await shop.WebstirAsync("add-job", "last");
        return Of([.. runs, last], shop, TimeSpan.Zero);
    }

    private static Writers Of(ProcessRun[] runs, Shop shop, TimeSpan longest) => new(runs, shop.Jobs, shop.Folders, longest);

    public override string ToString() => $"{Winners.Count()} succeeded, {Entries.Length} entries, {Folders.Length} folders";
}
