namespace Webstir.Sdk.Manifests;

/// <summary>Replacement of one range of a text.</summary>
/// <param name="Offset">Where the range starts, in bytes.</param>
/// <param name="Length">Length of the range, in bytes; 0 for an insertion.</param>
/// <param name="Content">What takes its place.</param>
internal readonly record struct TextEdit(int Offset, int Length, byte[] Content)
{
    /// <summary>A copy of the text with edits made.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="edits">The edits, in the order of the text. Of several in one place, each comes after the one before.</param>
    public static byte[] Apply(ReadOnlySpan<byte> utf8, ReadOnlySpan<TextEdit> edits)
    {
        int length = utf8.Length;
        foreach (TextEdit edit in edits)
            length += edit.Content.Length - edit.Length;

        byte[] edited = GC.AllocateUninitializedArray<byte>(length);
        Span<byte> rest = edited;
        int from = 0;
        foreach (TextEdit edit in edits)
        {
            utf8[from..edit.Offset].CopyTo(rest);
            rest = rest[(edit.Offset - from)..];
            edit.Content.CopyTo(rest);
            rest = rest[edit.Content.Length..];
            from = edit.Offset + edit.Length;
        }

        utf8[from..].CopyTo(rest);
        return edited;
    }
}
