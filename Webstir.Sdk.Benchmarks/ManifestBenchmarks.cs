using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks;

/// <summary>Reading a manifest and adding a job to it, measured against one bare pass over the same text.</summary>
[MemoryDiagnoser]
public class ManifestBenchmarks
{
    private static readonly JobDefinition Job = new() { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" };

    private byte[] _text = [];

    [Params(2_000, 100_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup() => _text = Text(Bytes);

    /// <summary>A manifest of a length, and what it takes to be complete.</summary>
    internal static byte[] Text(int bytes)
    {
        var text = new StringBuilder("{\n  \"name\": \"sample\",\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [\n        { \"name\": \"first\" }\n      ]\n    }\n  },\n  \"dependencies\": {\n");
        for (int i = 0; text.Length < bytes; i++)
            text.Append(CultureInfo.InvariantCulture, $"    \"package-{i}\": \"^1.{i % 100}.0\",\n");
        return Encoding.UTF8.GetBytes(text.Append("    \"last\": \"1.0.0\"\n  }\n}\n").ToString());
    }

    [Benchmark(Baseline = true)]
    public int BarePass()
    {
        var reader = new Utf8JsonReader(_text);
        int tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    [Benchmark]
    public int ParseAndAddJob() => ModuleManifest.Parse(_text).AddJob(Job).Utf8.Length;
}
