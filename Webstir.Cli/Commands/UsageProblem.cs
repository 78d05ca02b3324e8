using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>What is wrong with a command line.</summary>
internal static class UsageProblem
{
    /// <summary>Code of all problems with a command line.</summary>
    public const string Code = "WEB0001";

    /// <summary>Nothing was asked for.</summary>
    public static Problem NoCommand { get; } = Of("No command is given.", "Run 'webstir help' to see the commands.");

    /// <summary>What the parser could not make sense of, with the nearest match.</summary>
    public static Problem Of(CommandParsingException error)
    {
        string help = Help(error.Command);
        return Of(Printable.Sentence(error.Message), Nearest(error) is { } nearest ? $"Did you mean '{nearest}'? {help}" : help);
    }

    /// <summary>A usage problem in the words of a command.</summary>
    public static Problem Of(string message, string hint) => new() { Code = Code, Message = message, Hint = hint };

    /// <summary>The next step for someone who does not know what a command allows.</summary>
    public static string Help(CommandLineApplication command) =>
        $"Run 'webstir {string.Join(' ', Names(command).Append("--help"))}' to see what is allowed.";

    /// <summary>What a word was meant to be: an option if it starts like one, else a command. The parser's own matches know no distance.</summary>
    private static string? Nearest(CommandParsingException error)
    {
        if (error is not UnrecognizedCommandParsingException || error.Message.Split('\'') is not [_, var word, _])
            return null;

        IEnumerable<string> options = error.Command.GetOptions().Select(option => "--" + option.LongName);
        bool isOption = word.StartsWith('-');
        return Spelling.Nearest(isOption ? "--" + word.TrimStart('-') : word, isOption ? options : error.Command.Commands.Select(command => command.Name));
    }

    private static IEnumerable<string> Names(CommandLineApplication command) =>
        command.Parent is null ? [] : [.. Names(command.Parent), command.Name];
}
