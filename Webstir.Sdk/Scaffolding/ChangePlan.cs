using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Everything that a request would write, before any of it is written.</summary>
public record ChangePlan
{
    /// <summary>Absolute path of the workspace.</summary>
    public required string Root { get; init; }

    /// <summary>Files concerned, in the order in which they are written.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>What stands against the plan (errors) and what the user should know (warnings).</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Whether nothing stands against it.</summary>
    public bool CanApply => Problems.All(problem => problem.Severity != Severity.Error);
}
