using System.Globalization;
using System.Text;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>A workspace with some jobs, brought back to its first state before each run.</summary>
internal sealed class SampleWorkspace(string root, int jobs)
{
    private readonly byte[] _manifest = Encoding.UTF8.GetBytes(Manifest(jobs));

    public string Root => root;

    public void Reset()
    {
        Directory.CreateDirectory(root);
        File.WriteAllBytes(Path.Join(root, "package.json"), _manifest);
        string folder = Path.Join(root, "src", "backend", "jobs");
        if (Directory.Exists(Path.Join(folder, "new")))
            Directory.Delete(Path.Join(folder, "new"), recursive: true);
        if (Enumerable.Range(0, jobs).Any(i => !Directory.Exists(Path.Join(folder, Name(i)))))
            Scaffold(folder);
    }

    /// <summary>Stubs as the command makes them, so that removing a job removes its folder.</summary>
    private void Scaffold(string folder)
    {
        Directory.CreateDirectory(folder);
        new JobScaffolder(root).AddJobs(ModuleManifest.Parse(_manifest).Jobs, new ScaffoldOptions { Adopt = true });
    }

    /// <summary>Schedules as people write them; of a thousand, seven hundred are different.</summary>
    private static string Schedule(int number) => string.Create(CultureInfo.InvariantCulture, $"{(number % 5) switch
    {
        0 => $"{number % 60} {number / 60 % 24} * * *",
        1 => $"{number % 60} {number * 7 % 24} * * MON-FRI",
        2 => $"*/{(number % 29) + 1} {number % 24} * * *",
        3 => $"{number % 60} {number / 40 % 24} {(number % 28) + 1} * *",
        _ => $"{number % 60} {number % 12},{(number % 12) + 12} * * {number % 7}",
    }}");

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"job{number:0000}");

    private static string Manifest(int jobs)
    {
        IEnumerable<string> entries = Enumerable.Range(0, jobs).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"        {{ \"name\": \"{Name(i)}\", \"schedule\": \"{Schedule(i)}\", \"description\": \"Job {i}\", \"priority\": {i} }}"));
        return $$"""
            {
              "name": "sample",
              "version": "1.0.0",
              "private": true,
              "type": "module",
              "webstir": {
                "module": {
                  "jobs": [
            {{string.Join(",\n", entries)}}
                  ]
                }
              }
            }

            """;
    }
}
