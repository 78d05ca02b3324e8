namespace Webstir.Sdk.Manifests;

/// <summary>What the way to the job list looked like before it had its first entry, so that removing the last one brings that back.</summary>
/// <param name="Depth">How many containers of the path existed: 1 for the root alone, 4 for an empty list.</param>
/// <param name="Inside">White space in the innermost of them if it had no children, else empty.</param>
internal sealed record EmptyForm(int Depth, string Inside)
{
    /// <summary>The form of a map whose list has no entries.</summary>
    public static EmptyForm Of(ManifestText text, ManifestMap map)
    {
        Container innermost = map.Path[^1];
        return new EmptyForm(map.Path.Length, innermost.IsEmpty ? text.Slice(innermost.InnerStart, innermost.InnerEnd) : "");
    }

    /// <summary>
    /// The likeliest form, judging by the text alone: containers that hold nothing but the way to the list, where and as
    /// adding a job creates them, were created for it.
    /// </summary>
    public static EmptyForm Guess(ManifestMap map)
    {
        int depth = map.Path.Length;
        while (depth > 1 && LooksCreated(map, depth - 1))
            depth--;
        return new EmptyForm(depth, "");
    }

    private static bool LooksCreated(ManifestMap map, int level)
    {
        Container container = map.Path[level];
        bool isKeyWeCreate = container != map.Module || map.ModuleKey == ManifestMap.DocumentedModuleKey;
        return isKeyWeCreate && container.Children.Length == 1 && map.Path[level - 1].Children[^1].Start == container.Start;
    }
}
