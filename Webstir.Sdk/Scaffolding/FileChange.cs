namespace Webstir.Sdk.Scaffolding;

/// <summary>What happens to one file.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Path">Path below the workspace root, with <c>/</c>.</param>
/// <param name="Before">Content that is replaced; <see langword="null"/> unless the file is updated.</param>
/// <param name="After">Content that is written; <see langword="null"/> when nothing is.</param>
public sealed record FileChange(ChangeKind Kind, string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After)
{
    /// <summary>Lines that an update adds, net.</summary>
    public int AddedLines => Lines(After) - Lines(Before);

    /// <summary>A new file.</summary>
    internal static FileChange Create(string path, byte[] content) => new(ChangeKind.Create, path, null, content);

    /// <summary>New content for a file.</summary>
    internal static FileChange Update(string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after) =>
        new(ChangeKind.Update, path, before, after);

    /// <summary>A file that goes.</summary>
    internal static FileChange Delete(string path) => new(ChangeKind.Delete, path, null, null);

    /// <summary>A file that stays as it is.</summary>
    internal static FileChange Unchanged(string path) => new(ChangeKind.Unchanged, path, null, null);

    /// <summary>A file that stays as it is, although the request would have it otherwise.</summary>
    internal static FileChange Conflict(string path) => new(ChangeKind.Conflict, path, null, null);

    private static int Lines(ReadOnlyMemory<byte>? content) => content is { } bytes ? bytes.Span.Count((byte)'\n') : 0;
}
