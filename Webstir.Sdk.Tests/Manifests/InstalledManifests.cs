using System.Text.Json;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>The package files of some packages and of all that they build on, as npm installs them.</summary>
internal static class InstalledManifests
{
    private static readonly string[] Packages = ["jest@29.7.0", "eslint@8.57.1", "webpack-dev-server@5.2.0", "webpack@5.97.1", "@nestjs/cli@10.4.9"];

    /// <summary>Those that differ from one another and from the real ones in the repository, and hold valid JSON.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> InstallAsync()
    {
        string folder = Path.Join(ProjectFolder.Repository, "artifacts", "packages-to-read");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Join(folder, "package.json"), "{}");
        (await ProcessRun.Of("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", .. Packages], folder)).MustSucceed();
        return Directory.EnumerateFiles(Path.Join(folder, "node_modules"), "package.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(folder, path), Content: File.ReadAllBytes(path)))
            .ExceptBy(RealManifests.Contents.Values.Select(Convert.ToBase64String), file => Convert.ToBase64String(file.Content))
            .Where(file => IsValid(file.Content))
            .ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
    }

    private static bool IsValid(byte[] content)
    {
        try
        {
            return RealManifests.Read(content) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
