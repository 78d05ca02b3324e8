using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Backend;

/// <summary>Outcome of a build.</summary>
public sealed record BuildResult
{
    /// <summary>Where a build goes, below the workspace root.</summary>
    public const string OutputFolder = BackendLayout.Output;

    /// <summary>What the bundler, the type checker and the manifest's reader found. Codes of the type checker start with <c>TS</c>.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Names of the jobs that were built.</summary>
    public required IReadOnlyList<string> Jobs { get; init; }

    /// <summary>Whether there are no errors: the files under <c>build/backend</c> and the ingested manifest are new.</summary>
    public bool Succeeded => Problems.All(problem => problem.Severity != Severity.Error);
}
