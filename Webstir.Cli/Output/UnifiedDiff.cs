using System.Globalization;
using System.Text;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Output;

/// <summary>An update as a unified diff that <c>patch</c> and <c>git apply</c> take, whatever the file's line breaks are.</summary>
/// <remarks>
/// An update has one place, so equal lines at both ends and one hunk between them are the whole diff.
/// https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
/// </remarks>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private const byte LineFeed = (byte)'\n';

    public static string Of(FileChange change)
    {
        ReadOnlySpan<byte> before = change.Before!.Value.Span;
        ReadOnlySpan<byte> after = change.After!.Value.Span;
        int head = before[..before.CommonPrefixLength(after)].LastIndexOf(LineFeed) + 1;
        int tail = CommonTail(before[head..], after[head..]);
        int start = Back(before, head);
        int trailing = Ahead(before[^tail..]);

        var diff = new StringBuilder($"--- a/{change.Path}\n+++ b/{change.Path}\n");
        string first = (CountLines(before[..start]) + 1).ToString(CultureInfo.InvariantCulture);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{first},{CountLines(before[start..^(tail - trailing)])} +{first},{CountLines(after[start..^(tail - trailing)])} @@\n");
        Append(diff, ' ', before[start..head]);
        Append(diff, '-', before[head..^tail]);
        Append(diff, '+', after[head..^tail]);
        Append(diff, ' ', before[^tail..^(tail - trailing)]);
        return diff.ToString();
    }

    /// <summary>Length of the whole lines with which both texts end.</summary>
    private static int CommonTail(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        int most = Math.Min(before.Length, after.Length);
        int length = 0;
        while (length < most && before[^(length + 1)] == after[^(length + 1)])
            length++;
        if (StartsLine(before, before.Length - length) && StartsLine(after, after.Length - length))
            return length;
        int lineFeed = before[^length..].IndexOf(LineFeed);
        return lineFeed < 0 ? 0 : length - lineFeed - 1;
    }

    private static bool StartsLine(ReadOnlySpan<byte> text, int offset) => offset == 0 || text[offset - 1] == LineFeed;

    /// <summary>Start of the lines of context before a line.</summary>
    private static int Back(ReadOnlySpan<byte> text, int offset)
    {
        for (int lines = 0; lines < Context && offset > 0; lines++)
            offset = text[..(offset - 1)].LastIndexOf(LineFeed) + 1;
        return offset;
    }

    /// <summary>Length of the lines of context at the start of a text.</summary>
    private static int Ahead(ReadOnlySpan<byte> text)
    {
        int length = 0;
        for (int lines = 0; lines < Context && length < text.Length; lines++)
            length += LengthOfLine(text[length..]);
        return length;
    }

    private static int CountLines(ReadOnlySpan<byte> text) => text.Count(LineFeed) + (text is [.., not LineFeed] ? 1 : 0);

    private static void Append(StringBuilder diff, char mark, ReadOnlySpan<byte> lines)
    {
        for (int length; !lines.IsEmpty; lines = lines[length..])
        {
            length = LengthOfLine(lines);
            diff.Append(mark).Append(Encoding.UTF8.GetString(lines[..length])).Append(lines[length - 1] == LineFeed ? "" : "\n\\ No newline at end of file\n");
        }
    }

    /// <summary>Length of the first line with the line break that ends it.</summary>
    private static int LengthOfLine(ReadOnlySpan<byte> text)
    {
        int lineFeed = text.IndexOf(LineFeed);
        return lineFeed < 0 ? text.Length : lineFeed + 1;
    }
}
