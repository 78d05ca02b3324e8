using System.Text.Json;

namespace Webstir.Sdk.Manifests;

/// <summary>Reads single members of an object.</summary>
internal static class MemberReader
{
    /// <summary>Name of a member.</summary>
    public static string Name(ManifestText text, Child member) => JsonText.Decode(text.Utf8[(member.From + 1)..(member.NameEnd - 1)]);

    /// <summary>A member; <see langword="null"/> when it is absent. Of two, the last, as JavaScript reads it.</summary>
    public static Child? Find(ManifestText text, Child[] members, string key)
    {
        int index = Array.FindLastIndex(members, member => Name(text, member) == key);
        return index < 0 ? null : members[index];
    }

    /// <summary>The text of a value that starts at an offset; <see langword="null"/> when no string does.</summary>
    public static string? Text(ManifestText text, int start)
    {
        if (text.Utf8[start] != '"')
            return null;
        var reader = new Utf8JsonReader(text.Utf8[start..]);
        reader.Read();
        return reader.Text();
    }
}
