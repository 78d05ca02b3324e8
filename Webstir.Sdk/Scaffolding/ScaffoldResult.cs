namespace Webstir.Sdk.Scaffolding;

/// <summary>Outcome of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="IsApplied">Whether its changes are on disk; when not, nothing was written, and the plan's problems say why.</param>
public sealed record ScaffoldResult(ScaffoldPlan Plan, bool IsApplied);
