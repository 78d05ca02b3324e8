using Webstir.Sdk.Jobs;
using Webstir.Sdk.Transactions;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Everything that adding, changing or removing jobs would do.</summary>
public sealed record ScaffoldPlan : ChangePlan
{
    internal ScaffoldPlan()
    {
    }

    /// <summary>Jobs concerned: as they would be listed, or, of a removal, as they were.</summary>
    public required IReadOnlyList<JobDefinition> Jobs { get; init; }

    /// <summary>The changes as one transaction.</summary>
    internal WorkspaceEdit Edit { get; init; } = new();
}
