using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A workspace for a test to hurt, and a folder beside it that must not be touched.</summary>
internal sealed class Shop : IDisposable
{
    public const string Manifest = "package.json";

    private readonly TemporaryFolder _folder = new();

    public Shop(string manifest = "{\n  \"name\": \"shop\"\n}\n")
    {
        Directory.CreateDirectory(PathOf("src/backend"));
        File.WriteAllText(PathOf(Manifest), manifest);
        Directory.CreateDirectory(Outside);
        File.WriteAllText(Path.Join(Outside, "canary"), "sings");
    }

    /// <summary>A workspace in a state that another was in.</summary>
    public Shop(FileTree state) => state.Write(Root);

    public string Root => _folder.PathOf("shop");

    public string Outside => _folder.PathOf("outside");

    /// <summary>Names of the jobs that are listed, sorted.</summary>
    public string[] Jobs => [.. (ManifestOracle.Jobs(RealManifests.Read(File.ReadAllBytes(PathOf(Manifest)))) ?? []).Select(entry => (string)entry!["name"]!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the jobs that have a source, sorted.</summary>
    public string[] Folders => [.. State.Keys.Where(path => path.EndsWith("/index.ts", StringComparison.Ordinal)).Select(path => path.Split('/')[^2]).Order(StringComparer.Ordinal)];

    public FileTree State => FileTree.Read(Root);

    /// <summary>The workspace and all around it.</summary>
    public FileTree Everything => FileTree.Read(_folder.Root);

    public string PathOf(string path) => Path.Join(Root, path);

    public string Write(string path, string text) => _folder.Write($"shop/{path}", System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Runs the command in this process.</summary>
    public CommandRun Webstir(params string[] arguments) => CommandRun.InProcess(Root, arguments);

    /// <summary>Runs the command as a process of its own.</summary>
    public Task<ProcessRun> WebstirAsync(params string[] arguments) => Executable.RunAsync(Root, arguments);

    public void Dispose() => _folder.Dispose();
}
