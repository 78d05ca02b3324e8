using System.Runtime.CompilerServices;

namespace Webstir.Sdk.Schedules;

/// <summary>White space to some scheduler.</summary>
internal static class Blank
{
    /// <summary>Pasted text may start with it: a blank in JavaScript alone.</summary>
    public const char ByteOrderMark = '\uFEFF';

    private const char NextLine = '\u0085';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(char character) => character == ' ' || (!char.IsAsciiLetterOrDigit(character) && IsOdd(character));

    private static bool IsOdd(char character) => char.IsWhiteSpace(character) || character == ByteOrderMark;

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
