namespace Webstir.Sdk.Manifests;

/// <summary>Reads single members of an object.</summary>
internal static class MemberReader
{
    /// <summary>Name of a member.</summary>
    public static string Name(ManifestText text, Child member) => JsonText.Decode(text.Utf8[(member.From + 1)..(member.NameEnd - 1)]);

    /// <summary>The text of a member; <see langword="null"/> when it is absent or no string. Of two, the last, as JavaScript reads it.</summary>
    public static string? FindText(ManifestText text, Container container, string key)
    {
        foreach (Child child in container.Children.Reverse())
        {
            if (Name(text, child) == key)
                return text.Utf8[child.Start] == '"' ? JsonText.Decode(text.Utf8[(child.Start + 1)..(child.End - 1)]) : null;
        }

        return null;
    }
}
