using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Documents;

/// <summary>Compares what a document shows with what a command printed, but for what differs from run to run.</summary>
internal static partial class Transcript
{
    private const string AnyLines = "...";

    /// <summary>Whether the lines are the same; any instant is the same as any other.</summary>
    public static bool Agrees(IReadOnlyList<string> shown, IReadOnlyList<string> printed) =>
        shown.Count == 0 || Agrees([.. shown.Select(Timeless)], [.. printed.Select(Timeless)], 0, 0);

    private static bool Agrees(string[] shown, string[] printed, int i, int j)
    {
        if (i == shown.Length)
            return j == printed.Length;
        if (shown[i] == AnyLines)
            return Enumerable.Range(j, printed.Length - j + 1).Any(next => Agrees(shown, printed, i + 1, next));
        return j < printed.Length && shown[i] == printed[j] && Agrees(shown, printed, i + 1, j + 1);
    }

    private static string Timeless(string line) => Instant().Replace(line, "<instant>");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Instant();
}
