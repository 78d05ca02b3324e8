using System.Globalization;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>Jobs to add.</summary>
internal static class SampleJob
{
    public static JobDefinition Nightly { get; } = new() { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" };

    public static JobDefinition[] Many(int count) => [.. Enumerable.Range(0, count).Select(Numbered)];

    private static JobDefinition Numbered(int number) => new()
    {
        Name = JobName.Parse(string.Create(CultureInfo.InvariantCulture, $"job{number:00000}")),
        Schedule = string.Create(CultureInfo.InvariantCulture, $"{number % 60} {number / 60 % 24} * * *"),
    };
}
