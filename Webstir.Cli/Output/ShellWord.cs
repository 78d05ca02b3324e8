using System.Buffers;

namespace Webstir.Cli.Output;

/// <summary>Words of a command line as a person would type them.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t*?[]{}()\"'$`&;|<>\\!#~");

    /// <summary>What a shell would still act on inside double quotes.</summary>
    private static readonly SearchValues<char> Active = SearchValues.Create("\"$`\\!");

    /// <summary>The word, in quotes when the shell would otherwise take it apart: double ones, which every shell has, where they suffice.</summary>
    public static string Quote(string word)
    {
        if (word.Length > 0 && word.AsSpan().IndexOfAny(Special) < 0)
            return word;
        return word.AsSpan().IndexOfAny(Active) < 0 ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
