using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Transactions;

/// <summary>Changes to a workspace that are made together or not at all.</summary>
internal sealed record WorkspaceEdit
{
    public IReadOnlyList<NewSource> Sources { get; init; } = [];

    public IReadOnlyList<Removal> Removals { get; init; } = [];

    /// <summary>What becomes of the manifest; <see langword="null"/> when it stays.</summary>
    public ManifestEdit? Manifest { get; init; }

    /// <summary>Whether more changes than the manifest.</summary>
    public bool HasFolders => Sources.Count + Removals.Count > 0;

    public bool IsEmpty => !HasFolders && Manifest is null;
}

/// <summary>The source of a job, to be created.</summary>
internal sealed record NewSource(JobName Name, ReadOnlyMemory<byte> Content);

/// <summary>The folder of a job, to be removed.</summary>
/// <param name="Name">The job.</param>
/// <param name="Stub">What its source must be, and all that the folder may hold; <see langword="null"/> for whatever there is.</param>
internal sealed record Removal(JobName Name, ReadOnlyMemory<byte>? Stub);

/// <summary>New content for the manifest, and the content that it was made from.</summary>
internal sealed record ManifestEdit(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After);
