namespace Webstir.Sdk.Schedules;

/// <summary>White space to some scheduler.</summary>
internal static class Blank
{
    /// <summary>Pasted text may start with it: a blank in JavaScript alone.</summary>
    public const char ByteOrderMark = '\uFEFF';

    private const char NextLine = '\u0085';

    public static bool Is(char character) => char.IsWhiteSpace(character) || character == ByteOrderMark;

    /// <summary>What a blank other than a space asks of a dialect.</summary>
    public static Blanks Kind(char blank) => blank switch
    {
        '\t' => Blanks.Tab,
        >= '\n' and <= '\r' => Blanks.Line,
        NextLine => Blanks.NextLine,
        ByteOrderMark => Blanks.ByteOrderMark,
        _ => Blanks.Unicode,
    };
}
