namespace Webstir.Sdk.Tests;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webstir-test-");

    public string Root => _folder.FullName;

    public string PathOf(string relativePath) => Path.Join(Root, relativePath);

    /// <summary>Writes a file, and the folders on the way to it.</summary>
    public string Write(string relativePath, ReadOnlySpan<byte> content)
    {
        string path = PathOf(relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
