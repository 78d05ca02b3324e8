namespace Webstir.Sdk.Tests.Packages;

/// <summary>Someone else's program in a clean folder, without this repository's settings: it restores our packages from the feed.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Consumer(string name)
    {
        CopyAll(Path.Join(ProjectFolder.Tests, "Packages", "Consumers", name), _folder.PathOf("app"));
        Directory.CreateDirectory(Path.Join(Workspace, "src", "backend"));
        Write("package.json", "{\n  \"name\": \"demo\"\n}\n");
        _folder.Write("nuget.config", System.Text.Encoding.UTF8.GetBytes($"""
            <configuration>
              <packageSources>
                <add key="packed" value="{PackageFeed.Folder}" />
              </packageSources>
            </configuration>
            """));
    }

    /// <summary>Root of the workspace that the program works on, <c>../web</c> from its own folder.</summary>
    public string Workspace => _folder.PathOf("web");

    /// <summary>Sets up a program of the folder <c>Consumers</c> and the feed that it needs.</summary>
    public static async Task<Consumer> CreateAsync(string name)
    {
        await PackageFeed.LibraryAsync();
        return new Consumer(name);
    }

    /// <summary>Runs <c>dotnet</c> in the program's folder.</summary>
    public Task<ProcessRun> Dotnet(params string[] arguments) => ProcessRun.Of(
        "dotnet", arguments, _folder.PathOf("app"), ("NUGET_PACKAGES", PackageFeed.Restored), ("CI", ""), ("MSBUILDDISABLENODEREUSE", "1"));

    /// <summary>Path of something in the program's folder.</summary>
    public string PathOf(string relativePath) => _folder.PathOf($"app/{relativePath}");

    /// <summary>Writes a file of the workspace.</summary>
    public void Write(string relativePath, string content) => _folder.Write($"web/{relativePath}", System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Reads a file of the workspace.</summary>
    public string Read(string relativePath) => File.ReadAllText(Path.Join(Workspace, relativePath));

    public void Dispose() => _folder.Dispose();

    private static void CopyAll(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
