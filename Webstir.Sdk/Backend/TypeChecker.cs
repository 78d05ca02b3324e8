using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap.Buffered;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Type-checks a backend with the workspace's own compiler and settings.</summary>
internal static partial class TypeChecker
{
    public static async Task<IReadOnlyList<Problem>> CheckAsync(Workspace workspace, CancellationToken cancellation)
    {
        NodeProgram compiler = NodePackages.TypeScript(workspace);
        BufferedCommandResult run = await compiler.RunAsync(workspace, ["--noEmit", "--pretty", "false"], cancellation).ConfigureAwait(false);
        Problem[] problems = [.. Diagnostic().Matches(run.StandardOutput).Select(match => Read(workspace, match))];
        if (run.ExitCode == 0 || problems.Length > 0)
            return problems;

        string[] said = [.. (run.StandardError + run.StandardOutput).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        return [new Problem { Code = "WEB0604", Message = $"The type checker failed: {string.Join(' ', said.Take(3))}", Hint = "Run 'npx tsc --noEmit' to see more." }];
    }

    private static Problem Read(Workspace workspace, Match match) => new()
    {
        Code = match.Groups["code"].Value,
        Message = string.Join(' ', match.Groups["text"].Value.Split('\n').Select(line => line.Trim())),
        Path = match.Groups["file"].Success ? workspace.PathOf(match.Groups["file"].Value) : null,
        Position = match.Groups["line"].Success ? Place(match) : null,
    };

    private static TextPosition Place(Match match) =>
        new(int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture));

    /// <summary>A diagnostic, and the indented lines that explain it.</summary>
    [GeneratedRegex(@"^(?:(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)\): )?error (?<code>TS\d+): (?<text>[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
