namespace Webstir.Sdk.Tests.Reliability;

/// <summary>The places far from the workspace that a hostile name would lead to, were it taken for a path.</summary>
internal static class Elsewhere
{
    /// <summary>What stands in those places, and as a job's source below them.</summary>
    public static string Look(Shop shop, string name) => string.Join('\n', Places(shop, name).SelectMany(path => new[] { path, Path.Join(path, "index.ts") }).Select(Describe));

    private static IEnumerable<string> Places(Shop shop, string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
            return [];
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string jobs = shop.PathOf(PlantedLinks.Jobs);
        string[] folders = [jobs, shop.Root, shop.Outside, "/"];
        return folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name)))
            .Append(Path.GetFullPath(Path.Join(home, name.TrimStart('~'))))
            .Where(path => !path.StartsWith(Path.GetDirectoryName(shop.Root)!, StringComparison.Ordinal))
            .Distinct();
    }

    private static string Describe(string path)
    {
        var file = new FileInfo(path);
        return Directory.Exists(path) ? $"{path} is a folder" : file.Exists ? $"{path} has {file.Length} bytes since {file.LastWriteTimeUtc:O}" : $"{path} is free";
    }
}
