using System.Globalization;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>Whole processes, alternating in one run, as ratios to the least that a native .NET process can do.</summary>
internal static class ProcessBenchmark
{
    private const int Rounds = 40;

    /// <summary>Measures all rows, and prints them. Whether one failed, or is above its limit.</summary>
    public static bool Run()
    {
        DirectoryInfo output = Directory.CreateTempSubdirectory("webstir-benchmarks-");
        try
        {
            var programs = PublishedPrograms.In(output.FullName);
            Measurement[] rows = [.. ProcessRow.All.Select(row => new Measurement(row, Workspace(output, row.Jobs), programs))];
            for (int round = 0; round < Rounds; round++)
                Array.ForEach(rows, row => row.Run());
            Array.ForEach(rows, row => row.MeasurePeak());
            return new ProcessTable(rows, new FileInfo(programs.Webstir).Length).Print();
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static SampleWorkspace Workspace(DirectoryInfo output, int jobs) => new(Path.Join(output.FullName, string.Create(CultureInfo.InvariantCulture, $"jobs-{jobs}")), jobs);
}
