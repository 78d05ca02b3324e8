namespace Webstir.Sdk.Manifests;

/// <summary>A run of JSON white space: its first line break, and the indentation after its last one.</summary>
internal readonly ref struct Whitespace
{
    private readonly string _run;

    private Whitespace(string run, Range lineBreak, int indentation)
    {
        _run = run;
        LineBreak = run.AsSpan(lineBreak);
        Indentation = run.AsSpan(indentation);
    }

    /// <summary>CRLF, LF or CR; empty when the run stays on one line.</summary>
    public ReadOnlySpan<char> LineBreak { get; }

    /// <summary>What follows the last line break, or the whole run.</summary>
    public ReadOnlySpan<char> Indentation { get; }

    public static Whitespace Read(string run)
    {
        int first = run.AsSpan().IndexOfAny('\r', '\n');
        if (first < 0)
            return new Whitespace(run, ..0, indentation: 0);
        bool isPair = run[first] == '\r' && first + 1 < run.Length && run[first + 1] == '\n';
        return new Whitespace(run, first..(first + (isPair ? 2 : 1)), run.AsSpan().LastIndexOfAny('\r', '\n') + 1);
    }

    /// <summary>The run without its blank lines.</summary>
    public override string ToString() =>
        LineBreak.Length + Indentation.Length == _run.Length ? _run : string.Concat(LineBreak, Indentation);
}
