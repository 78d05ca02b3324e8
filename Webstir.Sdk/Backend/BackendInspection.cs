using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>What a backend declares, held against its sources.</summary>
public sealed record BackendInspection
{
    /// <summary>Workspace that was inspected.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Name of the module; <see langword="null"/> when it has none.</summary>
    public required string? Name { get; init; }

    /// <summary>Version of the module; <see langword="null"/> when it has none.</summary>
    public required string? Version { get; init; }

    /// <summary>Jobs in the order of the manifest.</summary>
    public required IReadOnlyList<JobInspection> Jobs { get; init; }

    /// <summary>Where manifest, sources and schedules disagree, each with the command that mends it. All are warnings.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }
}
