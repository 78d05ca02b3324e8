using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Problems;

/// <summary>User text made safe for one line of a terminal.</summary>
public static class Printable
{
    private const int MaxQuote = 80;

    /// <summary>The text with invisible and unpaired characters written as <c>&lt;U+XXXX&gt;</c>, cut after 80 characters.</summary>
    public static string Quote(string text) => Line(text, MaxQuote);

    /// <summary>The text with invisible and unpaired characters written as <c>&lt;U+XXXX&gt;</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Characters after which it is cut, with three dots for the rest.</param>
    public static string Line(string text, int maxLength = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= maxLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var line = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (line.Length >= maxLength)
                return line.Append("...").ToString();
            _ = IsVisible(rune) ? line.Append(rune) : line.Append('<').Append(Name(rune.Value)).Append('>');
        }

        return line.ToString();
    }

    /// <summary>The first line of a text, ended with a full stop.</summary>
    public static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string line = text.Split('\n')[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    /// <summary>Names the character at an index: itself when it can be seen, its code point always.</summary>
    internal static string Describe(string text, int index)
    {
        if (!Rune.TryGetRuneAt(text, index, out Rune rune))
            return $"half a surrogate pair ({Name(text[index])})";
        return IsVisible(rune) ? $"'{rune}' ({Name(rune.Value)})" : Name(rune.Value);
    }

    private static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune.Value != 0xFFFD;

    private static string Name(int value) => string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}");
}
