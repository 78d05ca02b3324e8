namespace Webstir.Sdk.Tests.Documents;

/// <summary>A block of a document that shows commands, each after a <c>$</c>, and what they print; or commands alone.</summary>
/// <remarks>A command without output may print anything. A line <c>...</c> stands for any lines.</remarks>
internal sealed record ShellSession(IReadOnlyList<ShellSession.Step> Steps)
{
    private const string Prompt = "$ ";

    /// <summary>A command, and the lines that it is shown to print.</summary>
    public sealed record Step(string Command, IReadOnlyList<string> Shown);

    /// <summary>Whether a block shows a session with its output.</summary>
    public static bool IsIn(string block) => block.StartsWith(Prompt, StringComparison.Ordinal);

    /// <summary>Reads a block.</summary>
    public static ShellSession Read(string block)
    {
        string[] lines = block.Split('\n');
        if (!IsIn(block))
            return new ShellSession([.. lines.Where(line => line.Length > 0).Select(line => new Step(line, []))]);

        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(Prompt, StringComparison.Ordinal)), lines.Length];
        return new ShellSession([.. starts.Zip(starts.Skip(1), (start, end) => new Step(lines[start][Prompt.Length..], Trimmed(lines[(start + 1)..end])))]);
    }

    private static string[] Trimmed(string[] lines) => lines is [.. var some, ""] ? Trimmed(some) : lines;
}
