using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Text made safe to stand in TypeScript: the only way for a user's text into a template.</summary>
internal static class TypeScript
{
    /// <summary>
    /// The lines of a block comment, each after <c> * </c>. Whatever ends the comment, is invisible, or turns text around is
    /// written as an escape. https://tc39.es/ecma262/#sec-line-terminators
    /// </summary>
    public static string Comment(string text)
    {
        IEnumerable<string> lines = text.ReplaceLineEndings("\n").Split('\n', '\v').Select(line => $" * {Escape(line, quote: null)}".TrimEnd());
        return string.Join('\n', lines).Replace("*/", @"*\/", StringComparison.Ordinal);
    }

    /// <summary>A string literal in single quotes.</summary>
    public static string Literal(string text) => $"'{Escape(text, quote: '\'')}'";

    private static string Escape(string text, char? quote)
    {
        var safe = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                safe.Append(text[i++]).Append(text[i]);
            else if (IsUnsafe(text[i]))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            else if (quote is not null && (text[i] == quote || text[i] == '\\'))
                safe.Append('\\').Append(text[i]);
            else
                safe.Append(text[i]);
        }

        return safe.ToString();
    }

    /// <summary>Controls, line and paragraph separators, halves of pairs, and formats such as the bidirectional overrides.</summary>
    private static bool IsUnsafe(char unit) => unit != '\t' && char.GetUnicodeCategory(unit) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
