using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir help</c></summary>
internal static class HelpCommand
{
    public static void Register(CommandLineApplication app, Printer printer) => app.Command("help", command =>
    {
        command.Description = "Show help on a command.";
        CommandArgument topic = command.Argument("[COMMAND]", "Command to explain. Default: all of them.");
        CommonOptions.Describe(command);
        command.OnExecute(() => topic.Value is null || Find(app, topic.Value) is not null
            ? Show(app, printer, topic.Values)
            : printer.Refuse(Unknown(topic.Value), ExitCodes.Usage));
    });

    /// <summary>Prints the help of the command that a command line names.</summary>
    public static int Show(CommandLineApplication app, Printer printer, IEnumerable<string> args)
    {
        CommandLineApplication command = args.FirstOrDefault(arg => !arg.StartsWith('-')) is { } name && Find(app, name) is { } found ? found : app;
        return printer.Result(command.GetHelpText().Trim());
    }

    /// <summary>The command of a name; case does not matter, as in the parser.</summary>
    public static CommandLineApplication? Find(CommandLineApplication app, string name) =>
        app.Commands.Find(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Problem Unknown(string name) =>
        UsageProblem.Of($"There is no command '{Printable.Quote(name)}'.", "Run 'webstir help' to see the commands.");
}
