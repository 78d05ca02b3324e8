namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Links that lead out of a workspace, where the command goes on its way to a job's source.</summary>
internal static class PlantedLinks
{
    public const string Nowhere = "nowhere";
    public const string AtJob = "src/backend/jobs/{name}";

    public static IReadOnlyList<string> Places { get; } = [Nowhere, "src", "src/backend", "src/backend/jobs", AtJob];

    /// <summary>Puts a link in a place, to a folder beside the workspace that holds the same as the place did.</summary>
    public static void Plant(Shop shop, string place, string name)
    {
        if (place == Nowhere)
            return;
        string path = place.Replace("{name}", name, StringComparison.Ordinal);
        string target = Path.Join(shop.Outside, "target");
        if (Directory.Exists(shop.PathOf(path)))
            Directory.Move(shop.PathOf(path), target);
        else
            Directory.CreateDirectory(target);
        Directory.CreateDirectory(Path.GetDirectoryName(shop.PathOf(path))!);
        Directory.CreateSymbolicLink(shop.PathOf(path), target);
    }
}
