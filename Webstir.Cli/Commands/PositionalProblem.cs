using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>What can be wrong with the words of a command line that are no options.</summary>
internal static class PositionalProblem
{
    /// <summary>Hyphens, dashes and the minus sign: what word processors make of <c>-</c>.</summary>
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";

    /// <summary>A missing name, one word too many (after <c>--</c>, where the parser does not look), or an option with a false dash.</summary>
    public static Problem? Of(string command, string argument, string[] words)
    {
        string help = $"Run 'webstir {command} --help' to see what is allowed.";
        if (Array.Find(words, HasFalseDash) is { } word)
            return UsageProblem.Of($"'{Printable.Quote(word)}' starts with U+{(int)word[0]:X4}. An option starts with a plain hyphen (U+002D).", $"Type the hyphen anew. {help}");
        if (words.Length == 0)
            return UsageProblem.Of($"{argument} is missing.", help);
        return words.Length > 1 ? UsageProblem.Of($"Unexpected '{Printable.Quote(words[1])}'. {command} takes one {argument}.", help) : null;
    }

    /// <summary>Whether a word looks like an option to a person only.</summary>
    public static bool HasFalseDash(string word) => word.Length > 0 && Dashes.Contains(word[0], StringComparison.Ordinal);
}
