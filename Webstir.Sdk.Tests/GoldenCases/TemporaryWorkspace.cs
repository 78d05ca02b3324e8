namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>A folder of its own under the system's temporary one.</summary>
internal sealed class TemporaryWorkspace : IDisposable
{
    public TemporaryWorkspace()
    {
        Root = Directory.CreateTempSubdirectory("webstir-").FullName;
        for (string? above = Path.GetDirectoryName(Root); above is not null; above = Path.GetDirectoryName(above))
            Assert.That(File.Exists(Path.Join(above, "package.json")), Is.False, $"{above} holds a package.json: commands under test would find it.");
    }

    public string Root { get; }

    public string PathOf(string path) => Path.GetFullPath(path, Root);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
