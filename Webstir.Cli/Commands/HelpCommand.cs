using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Help;
using Webstir.Cli.Output;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir help</c></summary>
internal static class HelpCommand
{
    private const string Examples = """

        Examples:
          webstir help add-job
          webstir help schedules
          webstir help WEB0102
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("help", command =>
    {
        command.Description = "Explain a command, a subject or an error code.";
        command.ExtendedHelpText = Examples;
        CommandArgument topic = command.Argument("[TOPIC]", "Command, subject or error code to explain. Default: an overview.");
        CommonOptions.Describe(command);
        command.OnExecute(() => topic.Value is null ? Show(app, printer, name: null) : Explain(app, printer, topic.Value));
    });

    /// <summary>Prints the help of a command, or of all of them.</summary>
    public static int Show(CommandLineApplication app, Printer printer, string? name)
    {
        CommandLineApplication? command = name is null ? app : Find(app, name);
        return command is null ? printer.Refuse(Unknown(name!, "command", Commands(app)), ExitCodes.Usage) : printer.Result(command.GetHelpText().Trim());
    }

    /// <summary>The command of a name; case does not matter, as in the parser.</summary>
    public static CommandLineApplication? Find(CommandLineApplication app, string name) =>
        app.Commands.Find(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    private static int Explain(CommandLineApplication app, Printer printer, string topic)
    {
        if (Find(app, topic) is not null)
            return Show(app, printer, topic);
        if (HelpPages.Find(topic) is { } page)
            return printer.Result(page.TrimEnd('\n'));
        return printer.Refuse(HelpPages.IsCode(topic) ? UnknownCode(topic) : Unknown(topic, "command and no subject", [.. Commands(app), .. HelpPages.Topics]), ExitCodes.Usage);
    }

    private static Problem UnknownCode(string code) =>
        UsageProblem.Of($"There is no error code '{Printable.Quote(code)}'. The nearest is {HelpPages.NearestCode(code)}.", "Run 'webstir help errors' to see them all.");

    private static IEnumerable<string> Commands(CommandLineApplication app) => app.Commands.Select(command => command.Name);

    private static Problem Unknown(string name, string what, IEnumerable<string> known) => UsageProblem.Of(
        $"There is no {what} '{Printable.Quote(name)}'.",
        Spelling.Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Run 'webstir help' to see the commands.");
}
