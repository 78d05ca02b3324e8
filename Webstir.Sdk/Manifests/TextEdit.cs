using System.Text;

namespace Webstir.Sdk.Manifests;

/// <summary>Replacement of one range of a text.</summary>
/// <param name="Offset">Where the range starts, in bytes.</param>
/// <param name="Length">Length of the range, in bytes; 0 for an insertion.</param>
/// <param name="Content">What takes its place.</param>
internal sealed record TextEdit(int Offset, int Length, string Content)
{
    /// <summary>A copy of the text with the edit made.</summary>
    public byte[] Apply(ReadOnlySpan<byte> utf8)
    {
        byte[] content = Encoding.UTF8.GetBytes(Content);
        byte[] edited = new byte[utf8.Length - Length + content.Length];
        utf8[..Offset].CopyTo(edited);
        content.CopyTo(edited, Offset);
        utf8[(Offset + Length)..].CopyTo(edited.AsSpan(Offset + content.Length));
        return edited;
    }
}
