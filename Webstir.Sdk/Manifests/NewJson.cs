namespace Webstir.Sdk.Manifests;

/// <summary>JSON that is about to be written, in a layout that is read off its surroundings.</summary>
internal static class NewJson
{
    /// <summary>A member of an object.</summary>
    public static string Member(string key, string value, Layout layout) => JsonText.Quote(key) + layout.Colon + value;

    /// <summary>An object of members.</summary>
    public static string Object(IEnumerable<string> members, Layout layout) => $"{{{Inside(members, layout)}}}";

    /// <summary>A list with one value.</summary>
    public static string List(string value, Layout layout) => $"[{Inside([value], layout)}]";

    private static string Inside(IEnumerable<string> children, Layout layout) =>
        layout.Open + string.Join(layout.Between, children) + layout.Close;
}
