namespace Webstir.Sdk.Scaffolding;

/// <summary>What happens to one file.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Path">Path below the workspace root, with <c>/</c>.</param>
/// <param name="Before">Content now; <see langword="null"/> for a file that does not exist.</param>
/// <param name="After">Content afterwards; the same as before when nothing happens.</param>
public sealed record FileChange(ChangeKind Kind, string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After)
{
    /// <summary>Lines that an update adds, net.</summary>
    public int AddedLines => Lines(After) - Lines(Before);

    /// <summary>A new file.</summary>
    internal static FileChange Create(string path, byte[] content) => new(ChangeKind.Create, path, null, content);

    /// <summary>New content, or none: the same bytes are no change.</summary>
    internal static FileChange Update(string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after) =>
        new(before.Span.SequenceEqual(after.Span) ? ChangeKind.Unchanged : ChangeKind.Update, path, before, after);

    /// <summary>A file that stays as it is, although the request would have it otherwise.</summary>
    internal static FileChange Conflict(string path, ReadOnlyMemory<byte>? content) => new(ChangeKind.Conflict, path, content, content);

    private static int Lines(ReadOnlyMemory<byte>? content) => content is { } bytes ? bytes.Span.Count((byte)'\n') : 0;
}
