using System.Globalization;
using System.Text.RegularExpressions;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Reads what esbuild prints: a line with the message, an empty one, and an indented one with the place.</summary>
internal static partial class EsbuildLog
{
    public static IReadOnlyList<Problem> Read(Workspace workspace, string log) => [.. Message().Matches(log).Select(match => new Problem
    {
        Code = "WEB0603",
        Message = match.Groups["text"].Value,
        Severity = match.Groups["severity"].Value == "ERROR" ? Severity.Error : Severity.Warning,
        Path = match.Groups["file"].Success ? workspace.PathOf(match.Groups["file"].Value) : null,
        Position = match.Groups["line"].Success ? Place(match) : null,
    })];

    /// <summary>esbuild counts columns from 0.</summary>
    private static TextPosition Place(Match match) =>
        new(int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture) + 1);

    [GeneratedRegex(@"^\S+ \[(?<severity>ERROR|WARNING)\] (?<text>.*?)\r?$(?:\r?\n\r?\n    (?<file>[^\r\n]+?):(?<line>\d+):(?<column>\d+):\r?$)?", RegexOptions.Multiline)]
    private static partial Regex Message();
}
