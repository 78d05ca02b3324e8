using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Package files from real projects: a telling choice in this repository, and all of a larger set where one lies beside it.</summary>
internal static class RealManifests
{
    private static readonly string[] Folders =
    [
        Path.Join(ProjectFolder.Tests, "Corpus", "package-json"),
        Path.Join(ProjectFolder.Tests, "..", "..", "shared", "corpus", "package-json"),
    ];

    /// <summary>Content by file name, so that a file in both folders counts once.</summary>
    public static IReadOnlyDictionary<string, byte[]> Contents { get; } = Folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
        .GroupBy(path => Path.GetFileName(path), StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => File.ReadAllBytes(files.First()), StringComparer.Ordinal);

    public static IEnumerable<string> Names => Contents.Keys.Order(StringComparer.Ordinal);

    /// <summary>Without those that hold invalid JSON, as another parser sees it.</summary>
    public static JsonNode Read(byte[] utf8) => JsonNode.Parse(utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsSpan(3) : utf8)!;
}
