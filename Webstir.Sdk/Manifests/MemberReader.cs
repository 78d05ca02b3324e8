namespace Webstir.Sdk.Manifests;

/// <summary>Reads single members of an object.</summary>
internal static class MemberReader
{
    /// <summary>The text of a member; <see langword="null"/> when it is absent or no string. Of two, the last, as JavaScript reads it.</summary>
    public static string? FindText(ManifestText text, Container container, string key)
    {
        foreach (Child child in container.Children.Reverse())
        {
            if (JsonText.Decode(text.Utf8[(child.From + 1)..(child.NameEnd - 1)]) == key)
                return text.Utf8[child.Start] == '"' ? JsonText.Decode(text.Utf8[(child.Start + 1)..(child.End - 1)]) : null;
        }

        return null;
    }
}
