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

    public static string Of(FileChange change)
    {
        string[] before = Lines(change.Before!.Value);
        string[] after = Lines(change.After!.Value);
        int head = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        int most = Math.Min(before.Length, after.Length) - head;
        int tail = before.Reverse().Zip(after.Reverse()).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();

        int start = Math.Max(head - Context, 0);
        int trailing = Math.Min(tail, Context);
        var diff = new StringBuilder($"--- a/{change.Path}\n+++ b/{change.Path}\n");
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, before.Length - tail + trailing)} +{Range(start, after.Length - tail + trailing)} @@\n");
        Append(diff, ' ', before.AsSpan(start..head));
        Append(diff, '-', before.AsSpan(head..^tail));
        Append(diff, '+', after.AsSpan(head..^tail));
        Append(diff, ' ', before.AsSpan(before.Length - tail, trailing));
        return diff.ToString();
    }

    private static string Range(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{end - start}");

    private static void Append(StringBuilder diff, char mark, ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
            diff.Append(mark).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
    }

    /// <summary>Lines with the line breaks that end them.</summary>
    private static string[] Lines(ReadOnlyMemory<byte> content)
    {
        string[] lines = Encoding.UTF8.GetString(content.Span).Split('\n');
        return [.. lines.SkipLast(1).Select(line => line + "\n"), .. lines[^1].Length > 0 ? [lines[^1]] : Array.Empty<string>()];
    }
}
