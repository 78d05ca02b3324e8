using BenchmarkDotNet.Attributes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks;

/// <summary>Planning one job in a workspace that has many: at most 20 ms with 10,000.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private static readonly JobDefinition Job = new() { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" };

    private DirectoryInfo _root = null!;
    private JobScaffolder _scaffolder = null!;

    [Params(10, 10_000)]
    public int Jobs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _root = Directory.CreateTempSubdirectory("webstir-benchmark-");
        _root.CreateSubdirectory("src/backend");
        File.WriteAllText(Path.Join(_root.FullName, "package.json"), "{\n  \"name\": \"sample\"\n}\n");
        _scaffolder = new JobScaffolder(_root.FullName);
        _scaffolder.AddJobs([.. Enumerable.Range(0, Jobs).Select(ManyJobsBenchmarks.Job)]);
    }

    [GlobalCleanup]
    public void Cleanup() => _root.Delete(recursive: true);

    [Benchmark]
    public bool Plan() => _scaffolder.Plan(Job).CanApply;
}
