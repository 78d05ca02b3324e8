using System.Buffers;
using System.Text;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>The bytes of a <c>package.json</c>: strict UTF-8, with or without a byte order mark, and where they came from.</summary>
internal sealed class ManifestText
{
    /// <summary>Deepest nesting that is read, in containers: the limit of the common .NET JSON readers.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private int[]? _lineStarts;
    private Place? _lastPlace;

    private ManifestText(byte[] bytes, string path)
    {
        _bytes = bytes;
        Path = path;
    }

    public string Path { get; }

    public ReadOnlySpan<byte> Utf8 => _bytes;

    public ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>Length of the byte order mark: 3 or 0.</summary>
    public int BomLength => Utf8.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;

    /// <summary>Takes the bytes over.</summary>
    /// <exception cref="WebstirException">WEB0102: not UTF-8. WEB0103: nothing but white space.</exception>
    public static ManifestText Of(byte[] bytes, string path)
    {
        var text = new ManifestText(bytes, path);
        if (IsUtf16(bytes))
            throw text.Problem("WEB0102", "The file is UTF-16. JSON files are UTF-8 (RFC 8259, section 8.1).", "Save it as UTF-8.");
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            throw text.NotUtf8();
        if (text.Utf8[text.BomLength..].TrimStart(JsonText.Blanks).IsEmpty)
            throw text.Problem("WEB0103", "The file is empty. A package.json holds a JSON object.", "Create it with 'npm init', or restore it.");
        return text;
    }

    /// <summary>Copies the bytes.</summary>
    /// <inheritdoc cref="Of(byte[], string)"/>
    public static ManifestText Of(ReadOnlySpan<byte> utf8, string path)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(utf8.Length);
        utf8.CopyTo(bytes);
        return Of(bytes, path);
    }

    /// <summary>Encodes a text.</summary>
    /// <exception cref="WebstirException">WEB0102: half a surrogate pair, which UTF-8 cannot hold. WEB0103: nothing but white space.</exception>
    public static ManifestText Of(string json, string path)
    {
        try
        {
            return Of(Strict.GetBytes(json), path);
        }
        catch (EncoderFallbackException error)
        {
            ManifestText before = new(Encoding.UTF8.GetBytes(json[..error.Index]), path);
            throw before.Problem("WEB0102", $"The text has half a surrogate pair (U+{(int)json[error.Index]:X4}). UTF-8 cannot hold it.", "Remove it.", before._bytes.Length);
        }
    }

    /// <summary>The text with edits applied, which are in its order.</summary>
    public ManifestText With(params ReadOnlySpan<TextEdit> edits) => new(TextEdit.Apply(_bytes, edits), Path);

    /// <summary>A part of the text as a text of its own.</summary>
    public ManifestText Part(int start, int end) => new(_bytes[start..end], Path);

    /// <summary>Text between two offsets.</summary>
    public string Slice(int start, int end) => Encoding.UTF8.GetString(_bytes.AsSpan(start..end));

    /// <summary>An exception about the file as a whole, or about an offset in it.</summary>
    public WebstirException Problem(string code, string message, string? hint, int? offset = null) => new(new Problem
    {
        Code = code,
        Message = message,
        Hint = hint,
        Path = Path,
        Position = offset is { } at ? PositionOf(at) : null,
    });

    /// <summary>Line and column of an offset. Who asks for many asks in their order: the characters of a long line are counted on from the last one.</summary>
    public TextPosition PositionOf(int offset)
    {
        _lineStarts ??= LineStarts();
        int place = Array.BinarySearch(_lineStarts, offset);
        int line = place >= 0 ? place : ~place - 1;
        Place from = new(Math.Max(_lineStarts[line], Math.Min(BomLength, offset)), Column: 1);
        if (_lastPlace is { } last && last.Offset > from.Offset && last.Offset <= offset)
            from = last;
        var found = new Place(offset, from.Column + Encoding.UTF8.GetCharCount(Utf8[from.Offset..offset]));
        _lastPlace = found;
        return new TextPosition(line + 1, found.Column);
    }

    private int[] LineStarts()
    {
        var starts = new List<int> { 0 };
        for (int end = Utf8.IndexOf((byte)'\n'); end >= 0; end = Utf8[starts[^1]..].IndexOf((byte)'\n'))
            starts.Add(starts[^1] + end + 1);
        return [.. starts];
    }

    /// <summary>The byte order mark of either order, or a bracket or blank beside a NUL.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && ((bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) || (bytes[0] == 0) != (bytes[1] == 0));

    private WebstirException NotUtf8()
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(Utf8[offset..], out _, out int length) == OperationStatus.Done)
            offset += length;
        return Problem("WEB0102", $"The byte 0x{Utf8[offset]:X2} is not UTF-8 here. JSON files are UTF-8 (RFC 8259, section 8.1).", "Save the file as UTF-8.", offset);
    }

    /// <summary>A place in a line whose column is known.</summary>
    private sealed record Place(int Offset, int Column);
}
