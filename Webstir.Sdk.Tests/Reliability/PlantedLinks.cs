namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Links that lead out of a workspace, where the command goes on its way to a job's source.</summary>
internal static class PlantedLinks
{
    public const string Nowhere = "nowhere";
    public const string Jobs = "src/backend/jobs";
    public const string AtJob = Jobs + "/{name}";
    public const string AtSource = AtJob + "/index.ts";

    public static IReadOnlyList<(string Place, bool IsDangling)> All { get; } =
    [
        (Nowhere, false), ("src", false), ("src/backend", false), (Jobs, false), (AtJob, false), (AtSource, false), (Jobs, true), (AtJob, true), (AtSource, true),
    ];

    /// <summary>Whether a place has a job's name in its path.</summary>
    public static bool IsNamed(string place) => place.StartsWith(AtJob, StringComparison.Ordinal);

    /// <summary>Puts a link in a place, to something beside the workspace that holds the same as the place did; or, dangling, to nothing.</summary>
    public static void Plant(Shop shop, string place, string name, bool isDangling = false)
    {
        if (place == Nowhere)
            return;
        string path = shop.PathOf(place.Replace("{name}", name, StringComparison.Ordinal));
        string target = Path.Join(shop.Outside, "target");
        if (!isDangling)
            PutTarget(place, path, target);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateSymbolicLink(path, target);
    }

    private static void PutTarget(string place, string path, string target)
    {
        if (Directory.Exists(path))
            Directory.Move(path, target);
        else if (place == AtSource)
            File.WriteAllText(target, "outside");
        else
            Directory.CreateDirectory(target);
    }
}
