using System.Text;
using Wcwidth;

namespace Webstir.Cli.Output;

/// <summary>Columns that a text takes on a terminal: two for each character of East Asian scripts and most emoji, none for what combines with the one before.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        if (Ascii.IsValid(text))
            return text.Length;

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += Math.Max(UnicodeCalculator.GetWidth(rune), 0);
        return width;
    }
}
