using System.Buffers;
using System.Text;
using System.Text.Json;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>Says in the user's words what the JSON reader stumbled over.</summary>
internal static class JsonMistake
{
    private static readonly SearchValues<byte> WordBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$"u8);

    /// <summary>What other languages write for what is no number.</summary>
    private static readonly string[] NoNumbers = ["'NaN'", "'Infinity'", "'undefined'", "'None'"];

    private const string Hint = "Correct the file, then run the command again.";

    /// <summary>The exception for a text that is not JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What the reader threw: its line and byte position are exact, its message is for programmers.</param>
    /// <param name="reader">The reader, as it stood then.</param>
    public static WebstirException Explain(ManifestText text, JsonException error, in Utf8JsonReader reader)
    {
        int offset = OffsetOf(text, error);
        if (IsTooDeep(text.Utf8[offset..], reader))
            return text.Problem("WEB0105", $"The file nests deeper than {ManifestText.MaxDepth} levels. No more than that is read.", "Flatten it.", offset);
        string what = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
            ? "there is text after its end. Remove it."
            : Describe(text.Utf8, offset);
        return text.Problem("WEB0101", $"The file is not valid JSON: {what}", Hint, offset);
    }

    /// <summary>A bracket counts only once the reader is past it.</summary>
    private static bool IsTooDeep(ReadOnlySpan<byte> rest, in Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        return depth >= ManifestText.MaxDepth && !rest.IsEmpty && rest[0] is (byte)'{' or (byte)'[';
    }

    private static int OffsetOf(ManifestText text, JsonException error)
    {
        int offset = text.BomLength;
        for (long line = error.LineNumber ?? 0; line > 0; line--)
            offset += text.Utf8[offset..].IndexOf((byte)'\n') + 1;
        return Math.Min(offset + (int)(error.BytePositionInLine ?? 0), text.Utf8.Length);
    }

    private static string Describe(ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> rest = utf8[offset..];
        if (rest.TrimStart(", \t\r\n"u8).IsEmpty)
            return "it ends too early. A value, a quote or a bracket is not complete.";
        if (rest[0] is (byte)'\n' or (byte)'\r')
            return "a string that is not closed on its line. Look for a missing double quote.";
        if (rest.StartsWith("<<<<<<<"u8) || rest.StartsWith(">>>>>>>"u8))
            return "a mark of a merge conflict. Resolve the conflict.";
        if (rest[0] < ' ')
            return $"a raw control character U+{rest[0]:X4}. Inside a string it is written as an escape.";
        if (rest[0] == '/')
            return "a comment. JSON has no comments (RFC 8259).";
        if (rest[0] is (byte)'}' or (byte)']' && LastBefore(utf8, offset) == ',')
            return $"a comma before '{(char)rest[0]}'. JSON has no trailing commas (RFC 8259).";
        if (rest[0] == '\'')
            return "a single quote. JSON strings take double quotes (RFC 8259).";
        if (char.IsAsciiDigit((char)rest[0]) && offset > 0 && utf8[offset - 1] == '0')
            return "a number with a leading zero. JSON numbers have none (RFC 8259).";
        string word = Unexpected(rest);
        return NoNumbers.Contains(word) ? $"{word} is no JSON value. Use a number, or null." : $"unexpected {word}. Look for a missing comma, colon or double quote before it.";
    }

    private static byte LastBefore(ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> before = utf8[..offset].TrimEnd(JsonText.Blanks);
        return before.IsEmpty ? (byte)0 : before[^1];
    }

    private static string Unexpected(ReadOnlySpan<byte> rest)
    {
        int word = rest.IndexOfAnyExcept(WordBytes);
        if (word < 0)
            word = rest.Length;
        Rune.DecodeFromUtf8(rest, out Rune first, out _);
        return word > 1 ? $"'{Printable.Quote(Encoding.UTF8.GetString(rest[..Math.Min(word, 40)]))}'" : Printable.Describe(first.ToString(), 0);
    }
}
