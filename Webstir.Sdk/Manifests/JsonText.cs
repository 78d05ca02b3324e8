using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Manifests;

/// <summary>JSON strings: the text between the quotes, to and from UTF-16, without loss.</summary>
/// <remarks>
/// Spelling follows ECMAScript's <c>JSON.stringify</c>, so that a manifest looks as npm would write it: only quotes, backslashes,
/// control characters and unpaired surrogates are escaped. https://tc39.es/ecma262/#sec-quotejsonstring
/// </remarks>
internal static class JsonText
{
    /// <summary>All JSON white space.</summary>
    public static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>The text as a JSON string, quotes included.</summary>
    public static string Quote(string text)
    {
        if (IsPlain(text))
            return $"\"{text}\"";

        var json = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                json.Append(text[i++]).Append(text[i]);
            else
                AppendUnit(json, text[i]);
        }

        return json.Append('"').ToString();
    }

    /// <summary>The text of a valid JSON string whose quotes are left off.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(escaped);

        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf((byte)'\\') is >= 0 and var at)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..at]));
            bool isUnicode = escaped[at + 1] == 'u';
            text.Append(isUnicode ? HexUnit(escaped.Slice(at + 2, 4)) : Unescape(escaped[at + 1]));
            escaped = escaped[(at + (isUnicode ? 6 : 2))..];
        }

        return text.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }

    /// <summary>Where a UTF-16 code unit of the text is spelled in a valid JSON string whose quotes are left off, in bytes; its end when there is none.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> escaped, int unit)
    {
        int offset = 0;
        while (unit > 0 && offset < escaped.Length)
        {
            if (escaped[offset] == '\\')
            {
                offset += escaped[offset + 1] == 'u' ? 6 : 2;
                unit--;
            }
            else
            {
                Rune.DecodeFromUtf8(escaped[offset..], out Rune rune, out int length);
                offset += length;
                unit -= rune.Utf16SequenceLength;
            }
        }

        return offset;
    }

    /// <summary>Whether nothing is to be escaped, nor paired.</summary>
    public static bool IsPlain(string text)
    {
        foreach (char unit in text)
        {
            if (unit is '"' or '\\' or < ' ' || char.IsSurrogate(unit))
                return false;
        }

        return true;
    }

    private static void AppendUnit(StringBuilder json, char unit) => _ = unit switch
    {
        '"' => json.Append("\\\""),
        '\\' => json.Append("\\\\"),
        '\b' => json.Append("\\b"),
        '\f' => json.Append("\\f"),
        '\n' => json.Append("\\n"),
        '\r' => json.Append("\\r"),
        '\t' => json.Append("\\t"),
        < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
        >= '\ud800' and <= '\udfff' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
        _ => json.Append(unit),
    };

    private static char HexUnit(ReadOnlySpan<byte> digits) =>
        (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Unescape(byte escape) => (char)escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var self => self,
    };
}
