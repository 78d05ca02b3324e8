using System.Globalization;

namespace Webstir.Sdk.Problems;

/// <summary>One thing that is wrong, where it is, and what to do about it.</summary>
public sealed record Problem
{
    /// <summary>Stable code, <c>WEB</c> and four digits.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, with the offending value quoted, and the rule that it breaks. Whole sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The next step for the user, a whole sentence; <see langword="null"/> when there is none to give.</summary>
    public string? Hint { get; init; }

    /// <summary>Weight of the problem.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>File concerned; <see langword="null"/> when the problem is not in a file.</summary>
    public string? Path { get; init; }

    /// <summary>Place in the file; <see langword="null"/> when the problem concerns the file as a whole.</summary>
    public TextPosition? Position { get; init; }

    /// <summary>One line that MSBuild and editors can follow: <c>package.json(12,5): error WEB0102: …</c></summary>
    /// <remarks>Format: https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks</remarks>
    public override string ToString()
    {
        string place = Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"({at.Line},{at.Column})") : "";
        return $"{Path ?? "webstir"}{place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}{(Hint is null ? "" : " ")}{Hint}";
    }
}
