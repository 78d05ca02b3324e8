namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>A workspace without jobs, in a temporary folder of its own.</summary>
internal sealed class ScratchWorkspace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("webstir-benchmark-");

    public ScratchWorkspace()
    {
        _root.CreateSubdirectory("src/backend");
        File.WriteAllText(Path.Join(_root.FullName, "package.json"), "{\n  \"name\": \"sample\"\n}\n");
        Scaffolder = new JobScaffolder(_root.FullName);
    }

    public JobScaffolder Scaffolder { get; }

    public void Dispose() => _root.Delete(recursive: true);
}
