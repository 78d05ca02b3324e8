using System.Diagnostics;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>The native programs that are measured, as a release has them.</summary>
internal sealed record PublishedPrograms(string Floor, string Webstir)
{
    public static PublishedPrograms In(string folder) =>
        new(Publish("Webstir.Sdk.Benchmarks/Floor", folder, "floor"), Publish("Webstir.Cli", folder, "webstir"));

    /// <summary>The program of this name: one of ours, or one that the system finds.</summary>
    public string PathOf(string name) => name switch { "floor" => Floor, "webstir" => Webstir, _ => name };

    private static string Publish(string project, string folder, string name)
    {
        string output = Path.Join(folder, name);
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Join(Repository.Root, project), "-c", "Release", "-r", "linux-x64", "-o", output])
        {
            RedirectStandardOutput = true,
        };
        using Process publish = Process.Start(start)!;
        string text = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Join(output, name) : throw new InvalidOperationException($"{text}\n{project} cannot be published: see above.");
    }
}
