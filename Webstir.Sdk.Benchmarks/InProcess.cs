using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Webstir.Sdk.Benchmarks;

/// <summary>The library's ratios, as lines of a Markdown table.</summary>
internal static class InProcess
{
    private static readonly Job Short = Job.ShortRun.WithIterationCount(25).WithToolchain(InProcessEmitToolchain.Instance);

    /// <summary>One call at a time: each needs a workspace of its own.</summary>
    private static readonly Job Once = Job.Dry.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(3).WithToolchain(InProcessEmitToolchain.Instance);

    /// <summary>Measures, and prints.</summary>
    public static void Run()
    {
        Console.WriteLine("\n| in process | time | at most | memory | at most |\n| --- | ---: | ---: | ---: | ---: |");
        Summary manifests = Measure<ManifestBenchmarks>(Short);
        foreach (int bytes in new[] { 2_000, 100_000, 10_000_000 })
        {
            BenchmarkReport work = Find(manifests, nameof(ManifestBenchmarks.ParseAndAddJob), bytes);
            double ratio = Time(work) / Time(Find(manifests, nameof(ManifestBenchmarks.BarePass), bytes));
            Print($"`Parse` and `AddJob`, {bytes / 1000:#,0} KB, to one bare `Utf8JsonReader` pass, and to the text", ratio, "2", Allocated(work) / ManifestBenchmarks.Text(bytes).Length, "2");
        }

        PrintGrowth("`ModuleManifest.AddJobs`", Measure<ManyJobsBenchmarks>(Short), nameof(ManyJobsBenchmarks.AddJobs));
        PrintGrowth("`JobScaffolder.AddJobs`, on the disk", Measure<ScaffoldBenchmarks>(Once), nameof(ScaffoldBenchmarks.AddJobs));
        double milliseconds = Time(Find(Measure<PlanBenchmarks>(Short), nameof(PlanBenchmarks.Plan), 10_000)) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n`Plan` for one job beside 10,000: {milliseconds:0.0} ms, at most 20."));
    }

    /// <summary>Ten times as many jobs may take ten times as long.</summary>
    private static void PrintGrowth(string what, Summary summary, string method)
    {
        for (int jobs = 10; jobs <= 10_000; jobs *= 10)
        {
            (BenchmarkReport many, BenchmarkReport few) = (Find(summary, method, jobs), Find(summary, method, jobs / 10));
            Print($"{what}, {jobs:#,0} jobs to {jobs / 10:#,0}", Time(many) / Time(few), "10", Allocated(many) / Allocated(few), "10");
        }
    }

    private static void Print(FormattableString what, double time, string mostTime, double memory, string mostMemory) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {what.ToString(CultureInfo.InvariantCulture)} | {time:0.00} | {mostTime} | {memory:0.00} | {mostMemory} |"));

    /// <summary>Without BenchmarkDotNet's own log: only what is measured is to be seen, or why nothing was.</summary>
    private static Summary Measure<T>(Job job)
    {
        IConfig config = ManualConfig.CreateEmpty().AddJob(job).AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableLogFile);
        Summary summary = BenchmarkRunner.Run<T>(config);
        return summary.Reports.Length > 0 && summary.Reports.All(report => report.Success)
            ? summary
            : throw new InvalidOperationException($"{typeof(T).Name} was not measured. {string.Join(' ', summary.ValidationErrors.Select(error => error.Message))}");
    }

    private static BenchmarkReport Find(Summary summary, string method, int parameter) => summary.Reports.Single(report =>
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && Equals(report.BenchmarkCase.Parameters[0].Value, parameter));

    /// <summary>The least: other work on the machine only adds to it.</summary>
    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Min;

    private static double Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
}
