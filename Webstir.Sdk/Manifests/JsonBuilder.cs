using System.Text;

namespace Webstir.Sdk.Manifests;

/// <summary>JSON that is about to be written, in a layout that is read off its surroundings.</summary>
/// <param name="start">Where it is put together as long as it fits.</param>
internal ref struct JsonBuilder(Span<byte> start)
{
    /// <summary>Length of a start that most of what is written fits into.</summary>
    public const int Start = 256;

    private Span<byte> _bytes = start;
    private int _length;

    /// <summary>What was appended.</summary>
    public readonly ReadOnlySpan<byte> Utf8 => _bytes[.._length];

    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Next(utf8.Length));
        _length += utf8.Length;
    }

    public void Append(scoped Divider divider)
    {
        Append(divider.Comma);
        Append(divider.Gap);
    }

    /// <summary>Appends a member of an object up to its value.</summary>
    public void AppendName(string key, scoped ReadOnlySpan<byte> colon)
    {
        AppendString(key);
        Append(colon);
    }

    /// <summary>Appends a text as a string.</summary>
    public void AppendString(string text)
    {
        if (!JsonText.IsPlain(text))
        {
            AppendText(JsonText.Quote(text));
            return;
        }

        Span<byte> next = Next(Encoding.UTF8.GetMaxByteCount(text.Length) + 2);
        int length = Encoding.UTF8.GetBytes(text, next[1..]);
        next[0] = next[length + 1] = (byte)'"';
        _length += length + 2;
    }

    /// <summary>Appends a text as it is.</summary>
    public void AppendText(string text) =>
        _length += Encoding.UTF8.GetBytes(text, Next(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private Span<byte> Next(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(Math.Max(length, _length));
        return _bytes[_length..];
    }

    private void Grow(int by)
    {
        byte[] larger = new byte[_length + by];
        Utf8.CopyTo(larger);
        _bytes = larger;
    }
}
