namespace Webstir.Sdk.Tests.Documents;

/// <summary>A block of code in a Markdown file.</summary>
/// <param name="Language">What stands after the fence; empty for an indented block.</param>
/// <param name="Text">The block without fence and indentation.</param>
/// <param name="Line">Line of its first line of code, from 1.</param>
internal sealed record CodeBlock(string Language, string Text, int Line)
{
    private const string Fence = "```";
    private const string Indentation = "    ";

    /// <summary>All blocks of a file, in their order.</summary>
    public static IEnumerable<CodeBlock> In(string markdown)
    {
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool isFenced = lines[i].StartsWith(Fence, StringComparison.Ordinal);
            if (!isFenced && !(IsIndented(lines[i]) && (i == 0 || lines[i - 1].Length == 0)))
                continue;

            int start = isFenced ? i + 1 : i;
            int end = isFenced ? Array.FindIndex(lines, start, line => line == Fence) : EndOfIndented(lines, start);
            yield return new CodeBlock(isFenced ? lines[i][Fence.Length..] : "", Unindented(lines[start..end], isFenced ? 0 : Indentation.Length), start + 1);
            i = end;
        }
    }

    private static string Unindented(string[] lines, int indentation) => string.Join('\n', lines.Select(line => line.Length > indentation ? line[indentation..] : "")).TrimEnd('\n');

    /// <summary>Blank lines belong to a block if more of it follows.</summary>
    private static int EndOfIndented(string[] lines, int start)
    {
        int end = Array.FindIndex(lines, start, line => line.Length > 0 && !IsIndented(line));
        return end < 0 ? lines.Length : end;
    }

    private static bool IsIndented(string line) => line.StartsWith(Indentation, StringComparison.Ordinal);
}
