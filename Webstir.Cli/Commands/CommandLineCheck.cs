using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>Mistakes that the parser would take for values, or explain in its own words.</summary>
internal static class CommandLineCheck
{
    /// <summary>Hyphens, dashes and the minus sign: what word processors make of <c>-</c>.</summary>
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";

    /// <summary>What .NET makes of bytes in an argument that are not UTF-8.</summary>
    private const char NoText = '\ufffd';

    /// <summary>The first mistake in a command line; <see langword="null"/> when the parser may go ahead.</summary>
    public static Problem? Of(CommandLineApplication app, string[] args)
    {
        if (args.Length == 0 || HelpCommand.Find(app, args[0]) is not { } command)
            return null;

        if (Array.Find(args, arg => arg.Contains(NoText, StringComparison.Ordinal)) is { } damaged)
            return UsageProblem.Of($"'{Printable.Quote(damaged)}' is not UTF-8, or has lost characters before: U+FFFD stands for them. What is stored is what you type.", "Set the terminal, or the script, to UTF-8.");

        string help = UsageProblem.Help(command);
        var given = new HashSet<CommandOption>();
        for (int i = 1; i < args.Length && args[i] != "--"; i++)
        {
            if (IsFalseDash(args[i]))
                return FalseDash(args[i], help);
            if (FindOption(command, args[i]) is not { OptionType: CommandOptionType.SingleValue } option)
                continue;
            if (!given.Add(option))
                return UsageProblem.Of($"The option '--{option.LongName}' is given twice.", help);
            if (HasValue(args[i]))
                continue;
            if (++i >= args.Length || args[i].StartsWith("--", StringComparison.Ordinal) || FindOption(command, args[i]) is not null)
                return UsageProblem.Of($"The option '{args[i - 1]}' has no value.", $"A value that looks like an option is given as {args[i - 1]}=VALUE. {help}");
        }

        return null;
    }

    /// <summary>A missing name, or a word too many.</summary>
    public static Problem? OfWords(CommandLineApplication command, IReadOnlyList<string> words)
    {
        string help = UsageProblem.Help(command);
        string argument = command.Arguments[0].Name;
        return words.Count switch
        {
            0 => UsageProblem.Of($"{argument} is missing.", help),
            1 => null,
            _ => UsageProblem.Of($"Unexpected '{Printable.Quote(words[1])}': {command.Name} takes one {argument}.", $"A value with blanks is given in quotes. {help}"),
        };
    }

    /// <summary>Whether a word looks like an option to a person only.</summary>
    private static bool IsFalseDash(string word) => word.Length > 0 && Dashes.Contains(word[0], StringComparison.Ordinal);

    private static Problem FalseDash(string word, string help) =>
        UsageProblem.Of($"'{Printable.Quote(word)}' starts with U+{(int)word[0]:X4}. An option starts with a plain hyphen (U+002D).", $"Type the hyphen anew. {help}");

    /// <summary>The option that a word names, with a value or without.</summary>
    public static CommandOption? FindOption(CommandLineApplication command, string word)
    {
        int end = word.AsSpan().IndexOfAny('=', ':');
        string name = end < 0 ? word : word[..end];
        return name switch
        {
            ['-', '-', .. var longName] => command.Options.Find(option => option.LongName == longName),
            ['-', .. { Length: > 0 } letter] => command.Options.Find(option => option.ShortName == letter),
            _ => null,
        };
    }

    /// <summary>Whether the word of an option carries the value too.</summary>
    public static bool HasValue(string word) => word.AsSpan().IndexOfAny('=', ':') >= 0;
}
