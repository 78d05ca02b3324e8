namespace Webstir.Sdk.Manifests;

/// <summary>A run of JSON white space: its first line break, and the indentation after its last one.</summary>
/// <param name="LineBreak">CRLF, LF or CR; empty when the run stays on one line.</param>
/// <param name="Indentation">What follows the last line break, or the whole run.</param>
internal readonly record struct Whitespace(string LineBreak, string Indentation)
{
    public static Whitespace Read(string text)
    {
        int first = text.AsSpan().IndexOfAny('\r', '\n');
        if (first < 0)
            return new Whitespace("", text);
        bool isPair = text[first] == '\r' && first + 1 < text.Length && text[first + 1] == '\n';
        return new Whitespace(text.Substring(first, isPair ? 2 : 1), text[(text.AsSpan().LastIndexOfAny('\r', '\n') + 1)..]);
    }

    /// <summary>The run without its blank lines.</summary>
    public override string ToString() => LineBreak + Indentation;
}
