using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Scaffolding;

/// <summary>Everything that scaffolding a job would write.</summary>
public sealed record ScaffoldPlan : ChangePlan
{
    /// <summary>Job to scaffold.</summary>
    public required JobDefinition Job { get; init; }
}
