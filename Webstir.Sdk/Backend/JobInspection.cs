using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Backend;

/// <summary>One job of a backend.</summary>
public sealed record JobInspection
{
    /// <summary>The manifest's entry.</summary>
    public required JobDefinition Job { get; init; }

    /// <summary>When the workspace's own scheduler runs the job.</summary>
    public required JobTiming Timing { get; init; }

    /// <summary>Next run, in the clock's time zone; <see langword="null"/> unless <see cref="Timing"/> is <see cref="JobTiming.Clock"/>.</summary>
    public required DateTimeOffset? NextRun { get; init; }

    /// <summary>Path of the source file below the workspace root, with <c>/</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the source file exists.</summary>
    public required bool HasSource { get; init; }
}
