using System.Text;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests;

/// <summary>A throw-away workspace: a manifest and an empty backend.</summary>
internal sealed class TestWorkspace : IDisposable
{
    public const string Manifest = "{\n  \"name\": \"demo\",\n  \"version\": \"1.2.3\"\n}\n";

    private readonly TemporaryFolder _folder = new();

    public TestWorkspace(string manifest = Manifest)
    {
        _folder.Write("package.json", Encoding.UTF8.GetBytes(manifest));
        Directory.CreateDirectory(PathOf("src/backend"));
    }

    public string Root => _folder.Root;

    public Workspace Workspace => Workspace.Open(Root);

    public JobScaffolder Scaffolder => new(Root);

    public string PathOf(string relativePath) => _folder.PathOf(relativePath);

    public string Write(string relativePath, string content) => _folder.Write(relativePath, Encoding.UTF8.GetBytes(content));

    public string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>Everything below the root: paths, times and contents.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. new DirectoryInfo(Root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry is FileInfo ? Convert.ToBase64String(File.ReadAllBytes(entry.FullName)) : "")}")
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();
}
