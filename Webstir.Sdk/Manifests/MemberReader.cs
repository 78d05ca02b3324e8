namespace Webstir.Sdk.Manifests;

/// <summary>Reads single members of an object.</summary>
internal static class MemberReader
{
    /// <summary>Name of a member.</summary>
    public static string Name(ManifestText text, Child member) => JsonText.Decode(text.Utf8[(member.From + 1)..(member.NameEnd - 1)]);

    /// <summary>A member; <see langword="null"/> when it is absent. Of two, the last, as JavaScript reads it.</summary>
    public static Child? Find(ManifestText text, Container container, string key)
    {
        for (int i = container.Children.Length - 1; i >= 0; i--)
        {
            if (Name(text, container.Children[i]) == key)
                return container.Children[i];
        }

        return null;
    }

    /// <summary>The text of a member; <see langword="null"/> when it is absent or no string.</summary>
    public static string? FindText(ManifestText text, Container container, string key) =>
        Find(text, container, key) is { } member && text.Utf8[member.Start] == '"' ? JsonText.Decode(text.Utf8[(member.Start + 1)..(member.End - 1)]) : null;
}
