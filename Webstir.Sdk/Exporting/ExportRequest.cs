using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Exporting;

/// <summary>What is to be exported, and for whom.</summary>
public sealed record ExportRequest
{
    /// <summary>Identifier of the target: one of <see cref="JobExporter.Targets"/>.</summary>
    public required string Target { get; init; }

    /// <summary>Kind of file: one of <see cref="JobExporter.Formats"/>; <see langword="null"/> for the first of them.</summary>
    public string? Format { get; init; }

    /// <summary>Jobs to export; <see langword="null"/> for all that have a schedule.</summary>
    public IReadOnlyList<JobName>? Jobs { get; init; }

    /// <summary>Absolute path of the folder for the files, in the workspace; <see langword="null"/> for the target's own, such as <c>deploy/kubernetes</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>What the manifest does not know, such as <c>image</c>; wins over <c>webstir.export</c> in <c>package.json</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
