using System.Buffers;

namespace Webstir.Cli.Output;

/// <summary>Words of a command line as a person would type them.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" *()\"'$&;|<>\\");

    /// <summary>The word, in double quotes when the shell would otherwise take it apart.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.AsSpan().IndexOfAny(Special) < 0 ? word : $"\"{word.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
