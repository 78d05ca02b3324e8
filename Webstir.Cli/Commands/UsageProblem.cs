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
        string help = $"Run 'webstir {string.Join(' ', Names(error.Command).Append("--help"))}' to see what is allowed.";
        string? nearest = (error as UnrecognizedCommandParsingException)?.NearestMatches.FirstOrDefault();
        return Of(Printable.Sentence(error.Message), nearest is null ? help : $"Did you mean '{AsTyped(error.Command, nearest)}'? {help}");
    }

    /// <summary>A usage problem in the words of a command.</summary>
    public static Problem Of(string message, string hint) => new() { Code = Code, Message = message, Hint = hint };

    /// <summary>The parser names options without their hyphens.</summary>
    private static string AsTyped(CommandLineApplication command, string match) =>
        command.GetOptions().Any(option => option.LongName == match) ? "--" + match
        : command.GetOptions().Any(option => option.ShortName == match) ? "-" + match
        : match;

    private static IEnumerable<string> Names(CommandLineApplication command) =>
        command.Parent is null ? [] : [.. Names(command.Parent), command.Name];
}
