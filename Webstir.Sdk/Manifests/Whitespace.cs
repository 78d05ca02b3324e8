namespace Webstir.Sdk.Manifests;

/// <summary>A run of JSON white space: its first line break, and the indentation after its last one.</summary>
internal readonly ref struct Whitespace
{
    public Whitespace(ReadOnlySpan<byte> run)
    {
        Run = run;
        int first = run.IndexOfAny((byte)'\r', (byte)'\n');
        LineBreak = first < 0 ? [] : run.Slice(first, run[first..].StartsWith("\r\n"u8) ? 2 : 1);
        Indentation = run[(run.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
    }

    /// <summary>The whole run.</summary>
    public ReadOnlySpan<byte> Run { get; }

    /// <summary>CRLF, LF or CR; empty when the run stays on one line.</summary>
    public ReadOnlySpan<byte> LineBreak { get; }

    /// <summary>What follows the last line break, or the whole run.</summary>
    public ReadOnlySpan<byte> Indentation { get; }

    /// <summary>Whether the run goes over more than one line.</summary>
    public bool IsBroken => !LineBreak.IsEmpty;

    /// <summary>The run without its blank lines.</summary>
    public ReadOnlySpan<byte> Compact => LineBreak.Length + Indentation.Length == Run.Length ? Run : (byte[])[.. LineBreak, .. Indentation];
}
