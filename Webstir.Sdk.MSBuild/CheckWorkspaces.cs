using System.Diagnostics.CodeAnalysis;
using Microsoft.Build.Framework;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;
using Task = Microsoft.Build.Utilities.Task;

namespace Webstir.Sdk.MSBuild;

/// <summary>Has <see cref="WorkspaceChecker"/> check workspaces, and says what it found as the compiler says its own.</summary>
public sealed class CheckWorkspaces : Task
{
    private const string SeverityName = "Severity";

    private static readonly char[] Separators = [';', ',', ' ', '\n'];

    /// <summary>Folders of the workspaces, or their manifests. Metadata <c>Severity</c> goes before <see cref="Severity"/>.</summary>
    [Required]
    [SuppressMessage("Performance", "CA1819", Justification = "MSBuild passes a list of items as an array.")]
    public ITaskItem[] Workspaces { get; set; } = [];

    /// <summary><c>error</c> or <c>warning</c> for every problem, <c>none</c> for no check; empty for each problem's own.</summary>
    public string? Severity { get; set; }

    /// <summary>Whether a warning breaks the build, as one of the compiler would.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Codes that <see cref="TreatWarningsAsErrors"/> does not concern, separated as in <c>NoWarn</c>.</summary>
    public string NotAsErrors { get; set; } = "";

    /// <summary>Whether nothing was found.</summary>
    [Output]
    public bool IsClean { get; set; } = true;

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (ITaskItem workspace in Workspaces)
            Check(workspace);
        return !Log.HasLoggedErrors;
    }

    private void Check(ITaskItem workspace)
    {
        string severity = workspace.GetMetadata(SeverityName) is { Length: > 0 } own ? own : Severity ?? "";
        switch (severity.ToUpperInvariant())
        {
            case "":
                Report(workspace, problem => problem.Severity);
                break;
            case "ERROR":
                Report(workspace, _ => Problems.Severity.Error);
                break;
            case "WARNING":
                Report(workspace, _ => Problems.Severity.Warning);
                break;
            case "NONE":
                break;
            default:
                Say(workspace, Unknown(severity));
                break;
        }
    }

    private void Report(ITaskItem workspace, Func<Problem, Severity> severity)
    {
        foreach (Problem problem in WorkspaceChecker.Check(Folder(workspace.GetMetadata("FullPath")), TimeProvider.System))
            Say(workspace, problem with { Severity = severity(problem), Hint = problem.Path is null ? "Correct the item 'WebstirWorkspace'." : problem.Hint });
    }

    private static string Folder(string path) => Path.GetFileName(path) == Workspace.ManifestFile && File.Exists(path) ? Path.GetDirectoryName(path)! : path;

    private void Say(ITaskItem workspace, Problem problem)
    {
        IsClean = false;
        string file = problem.Path ?? workspace.GetMetadata("DefiningProjectFullPath");
        // A file as a whole is pointed at by its beginning.
        (int line, int column) = problem.Position is { } at ? (at.Line, at.Column) : problem.Path is null ? (0, 0) : (1, 1);
        string message = problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}";
        if (problem.Severity == Problems.Severity.Error || (TreatWarningsAsErrors && !IsNotAsError(problem.Code)))
            Log.LogError(null, problem.Code, null, file, line, column, 0, 0, message);
        else
            Log.LogWarning(null, problem.Code, null, file, line, column, 0, 0, message);
    }

    private bool IsNotAsError(string code) => NotAsErrors.Split(Separators, StringSplitOptions.TrimEntries).Contains(code, StringComparer.OrdinalIgnoreCase);

    private static Problem Unknown(string severity) => new()
    {
        Code = "WEB0801",
        Message = $"'{Printable.Quote(severity)}' is no severity of a workspace check. It is 'error', 'warning' or 'none'.",
        Hint = "Correct the metadata 'Severity' of the item, or the property 'WebstirCheckSeverity'; without either, each problem has its own.",
    };
}
