namespace Webstir.Sdk.Manifests;

/// <summary>What the way to the job list looked like before it had its first entry, so that removing the last one brings that back.</summary>
/// <param name="Depth">How many containers of the path existed: 1 for the root alone, 4 for an empty list.</param>
/// <param name="Inside">White space in the innermost of them if it had no children, else empty.</param>
internal sealed record EmptyForm(int Depth, string Inside)
{
    /// <summary>The form of a map whose list has no entries.</summary>
    public static EmptyForm Of(ManifestText text, ManifestMap map)
    {
        Child innermost = map.Path[^1];
        bool isEmpty = IsBlank(text, innermost.InnerStart, innermost.InnerEnd);
        return new EmptyForm(map.Path.Length, isEmpty ? text.Slice(innermost.InnerStart, innermost.InnerEnd) : "");
    }

    /// <summary>
    /// The likeliest form of a list with one entry, judging by the text alone: containers that hold nothing but the way to the
    /// entry, where and as adding a job creates them, were created for it.
    /// </summary>
    public static EmptyForm Guess(ManifestText text, ManifestMap map)
    {
        int depth = map.Path.Length;
        while (depth > 1 && LooksCreated(text, map, depth - 1))
            depth--;
        return new EmptyForm(depth, "");
    }

    private static bool LooksCreated(ManifestText text, ManifestMap map, int level)
    {
        Child container = map.Path[level];
        Child child = level + 1 < map.Path.Length ? map.Path[level + 1] : map.Entries[0].Child;
        bool isKeyWeCreate = container != map.Module || map.ModuleKey == ManifestMap.DocumentedModuleKey;
        return isKeyWeCreate
            && IsBlank(text, container.InnerStart, child.From) && IsBlank(text, child.End, container.InnerEnd)
            && IsBlank(text, container.End, map.Path[level - 1].InnerEnd);
    }

    private static bool IsBlank(ManifestText text, int start, int end) => text.Utf8[start..end].TrimStart(JsonText.Blanks).IsEmpty;
}
