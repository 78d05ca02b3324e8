using BenchmarkDotNet.Attributes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks;

/// <summary>Scaffolding many jobs in one call, on the disk: ten times as many may take ten times as long.</summary>
[MemoryDiagnoser]
public class ScaffoldBenchmarks
{
    private JobDefinition[] _jobs = [];
    private DirectoryInfo _root = null!;

    [Params(1, 10, 100, 1_000, 10_000)]
    public int Jobs { get; set; }

    [IterationSetup]
    public void Setup()
    {
        _jobs = [.. Enumerable.Range(0, Jobs).Select(ManyJobsBenchmarks.Job)];
        _root = Directory.CreateTempSubdirectory("webstir-benchmark-");
        _root.CreateSubdirectory("src/backend");
        File.WriteAllText(Path.Join(_root.FullName, "package.json"), "{\n  \"name\": \"sample\"\n}\n");
    }

    [IterationCleanup]
    public void Cleanup() => _root.Delete(recursive: true);

    [Benchmark]
    public bool AddJobs() => new JobScaffolder(_root.FullName).AddJobs(_jobs).IsApplied;
}
