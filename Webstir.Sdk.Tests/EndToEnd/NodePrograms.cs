using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>What npm brings, kept under <c>artifacts</c> for the next run. Nothing is skipped where it is missing: the test fails.</summary>
internal static class NodePrograms
{
    private static readonly Lazy<Task<string>> Modules = new(InstallPackagesAsync);
    private static readonly Lazy<Task<string>> NewerNode = new(InstallNodeAsync);

    private static string Artifacts { get; } = Path.Join(ProjectFolder.Repository, "artifacts");

    /// <summary>The <c>node_modules</c> of a new workspace.</summary>
    public static Task<string> PackagesAsync() => Modules.Value;

    /// <summary>The <c>node_modules</c> of a package of ours.</summary>
    /// <param name="manifest">Its <c>package.json</c>.</param>
    public static Task<string> JudgesAsync(byte[] manifest) => InstallPackagesAsync("judges", manifest);

    /// <summary>The <c>node_modules</c> for what a <c>package.json</c> lists.</summary>
    public static Task<string> PackagesAsync(string manifest)
    {
        JsonNode listed = JsonNode.Parse(manifest)!;
        var lists = new JsonObject { ["dependencies"] = listed["dependencies"]!.DeepClone(), ["devDependencies"] = listed["devDependencies"]!.DeepClone() };
        return InstallPackagesAsync("packages", Encoding.UTF8.GetBytes(lists.ToJsonString()));
    }

    /// <summary>A Node with SQLite.</summary>
    public static Task<string> NewerNodeAsync() => NewerNode.Value;

    /// <summary>npm, without what is of no use to a test.</summary>
    public static async Task<ProcessRun> NpmAsync(string folder, string command, params (string Name, string? Value)[] environment) =>
        await ProcessRun.Of("npm", [.. command.Split(' '), "--no-audit", "--no-fund"], folder, environment);

    private static async Task<string> InstallPackagesAsync() =>
        await InstallPackagesAsync("packages", await File.ReadAllBytesAsync(Path.Join(ProjectFolder.Repository, "templates", "workspace", "package.json")));

    private static Task<string> InstallPackagesAsync(string name, byte[] manifest)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(manifest))[..16];
        return InstallAsync($"{name}-{key}", manifest, "node_modules", "install");
    }

    private static Task<string> InstallNodeAsync() => InstallAsync("node24", "{}"u8.ToArray(), "node_modules/node/bin/node", "install --no-save node@24");

    /// <summary>Installs into a folder that takes its place when it is whole.</summary>
    private static async Task<string> InstallAsync(string name, byte[] manifest, string wanted, string command)
    {
        string folder = Path.Join(Artifacts, name);
        if (!Directory.Exists(folder))
        {
            string draft = Directory.CreateDirectory($"{folder}-{Environment.ProcessId}").FullName;
            await File.WriteAllBytesAsync(Path.Join(draft, "package.json"), manifest);
            (await NpmAsync(draft, command)).MustSucceed();
            Directory.Move(draft, folder);
        }

        string path = Path.Join(folder, wanted);
        Assert.That(Path.Exists(path), $"'{path}' is missing. Remove '{folder}', and it is installed anew.");
        return path;
    }
}
