using System.Globalization;
using System.Text;

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
        for (int i = 0; i < jobs; i++)
        {
            string job = Path.Join(folder, Name(i));
            if (Directory.Exists(job))
                continue;
            Directory.CreateDirectory(job);
            File.WriteAllText(Path.Join(job, "index.ts"), "export async function run() {}\n");
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"job{number:0000}");

    private static string Manifest(int jobs)
    {
        IEnumerable<string> entries = Enumerable.Range(0, jobs).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"        {{ \"name\": \"{Name(i)}\", \"schedule\": \"{i % 60} {i % 24} * * *\", \"description\": \"Job {i}\", \"priority\": {i} }}"));
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
