using System.Globalization;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>Whole processes, alternating in one run, as ratios to the least that a native .NET process can do.</summary>
internal static class ProcessBenchmark
{
    private const int Rounds = 40;

    /// <summary>Measures all rows, and prints them as a Markdown table.</summary>
    public static void Run()
    {
        string output = Path.Join(Path.GetTempPath(), "webstir-benchmarks");
        string floor = Publish("Webstir.Sdk.Benchmarks/Floor", output, "floor");
        string webstir = Publish("Webstir.Cli", output, "webstir");
        Measurement[] rows = [.. ProcessRow.All.Select(row => new Measurement(row, Workspace(output, row.Jobs), floor, webstir))];
        for (int round = 0; round < Rounds; round++)
        {
            foreach (Measurement row in rows)
                row.Run();
        }

        Console.WriteLine("| process | time | processor | at most | peak memory |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (Measurement row in rows)
            Console.WriteLine(Line(row, rows[0]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe executable: {new FileInfo(webstir).Length / 1e6:0.0} MB, at most 8."));
    }

    private static string Line(Measurement measured, Measurement floor) => measured.ExitCode != 0
        ? string.Create(CultureInfo.InvariantCulture, $"| {measured.Row.Name} | exit code {measured.ExitCode} | | | |")
        : string.Create(CultureInfo.InvariantCulture, $"| {measured.Row.Name} | {measured.Median / floor.Median:0.00} | {measured.Processor / floor.Processor:0.00} | {measured.Row.Target} | {measured.Peak / 1e6:0.0} MB |");

    private static SampleWorkspace Workspace(string output, int jobs) => new(Path.Join(output, string.Create(CultureInfo.InvariantCulture, $"jobs-{jobs}")), jobs);

    private static string Publish(string project, string output, string name)
    {
        string folder = Path.Join(output, name);
        ChildProcess publish = ChildProcess.Run(Environment.CurrentDirectory, "/bin/sh", "-c", $"HOME='{Environment.GetEnvironmentVariable("HOME")}' PATH='{Environment.GetEnvironmentVariable("PATH")}' dotnet publish {project} -c Release -r linux-x64 -o '{folder}'");
        return publish.ExitCode == 0 ? Path.Join(folder, name) : throw new InvalidOperationException($"{project} cannot be published. Run this from the repository's root.");
    }
}
