using System.Globalization;
using BenchmarkDotNet.Attributes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks;

/// <summary>Adding many jobs in one call: ten times as many may take ten times as long.</summary>
[MemoryDiagnoser]
public class ManyJobsBenchmarks
{
    private static readonly ModuleManifest Manifest = ModuleManifest.Parse("{\n  \"name\": \"sample\"\n}\n");

    private JobDefinition[] _jobs = [];

    [Params(1, 10, 100, 1_000, 10_000)]
    public int Jobs { get; set; }

    [GlobalSetup]
    public void Setup() => _jobs = [.. Enumerable.Range(0, Jobs).Select(Job)];

    [Benchmark]
    public int AddJobs() => Manifest.AddJobs(_jobs).Utf8.Length;

    internal static JobDefinition Job(int number) => new()
    {
        Name = JobName.Parse(string.Create(CultureInfo.InvariantCulture, $"job{number:00000}")),
        Schedule = string.Create(CultureInfo.InvariantCulture, $"{number % 60} {number / 60 % 24} * * *"),
    };
}
