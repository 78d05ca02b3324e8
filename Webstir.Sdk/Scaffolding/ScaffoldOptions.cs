namespace Webstir.Sdk.Scaffolding;

/// <summary>How a job is scaffolded.</summary>
public sealed record ScaffoldOptions
{
    /// <summary>Whether a source file or an entry that exists is kept as it is, and only what is missing is added.</summary>
    public bool Adopt { get; init; }

    /// <summary>Schedulers that must accept the schedule; <see langword="null"/> for those that the workspace sets.</summary>
    public IReadOnlyList<string>? Schedulers { get; init; }
}
