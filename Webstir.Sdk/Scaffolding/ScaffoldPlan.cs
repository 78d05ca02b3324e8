using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Everything that scaffolding a job would do, before any of it is done.</summary>
public sealed record ScaffoldPlan
{
    /// <summary>Workspace the plan was made for.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Job to scaffold.</summary>
    public required JobDefinition Job { get; init; }

    /// <summary>Files concerned, in the order in which they are written.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>What stands against the plan (errors) and what the user should know (warnings).</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Whether nothing stands against it.</summary>
    public bool CanApply => Problems.All(problem => problem.Severity != Severity.Error);
}
