using Webstir.Sdk.Jobs;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Changes to a workspace that are made together or not at all.</summary>
internal sealed record WorkspaceEdit
{
    public NewSource[] Sources { get; init; } = [];

    public NewFile[] Files { get; init; } = [];

    public Removal[] Removals { get; init; } = [];

    /// <summary>What becomes of the manifest; <see langword="null"/> when it stays.</summary>
    public ManifestEdit? Manifest { get; init; }

    /// <summary>Whether more changes than the manifest.</summary>
    public bool HasSteps => Sources.Length + Files.Length + Removals.Length > 0;

    public bool IsEmpty => !HasSteps && Manifest is null;
}

/// <summary>The source of a job, to be created.</summary>
internal sealed record NewSource(JobName Name, ReadOnlyMemory<byte> Content);

/// <summary>A file of the backend that belongs to no job, to be created.</summary>
/// <param name="Path">Path below the workspace root, with <c>/</c>.</param>
/// <param name="Content">Its content.</param>
internal sealed record NewFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Path of its folder below the workspace root.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Whether a path is one of a backend's files, spelt plainly: below its folder, without blanks, hidden names or steps upward.</summary>
    public static bool IsPath(string path) =>
        path.StartsWith($"{Workspace.BackendFolder}/", StringComparison.Ordinal) && path.Split('/').All(IsPlainName);

    private static bool IsPlainName(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-');
}

/// <summary>The folder of a job, to be removed.</summary>
/// <param name="Name">The job.</param>
/// <param name="Stub">What its source must be, and all that the folder may hold; <see langword="null"/> for whatever there is.</param>
internal sealed record Removal(JobName Name, ReadOnlyMemory<byte>? Stub);

/// <summary>New content for the manifest, and the content that it was made from.</summary>
internal sealed record ManifestEdit(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After);
