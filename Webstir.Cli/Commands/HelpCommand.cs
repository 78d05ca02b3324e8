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
        command.OnExecute(() => Show(app, printer, topic.Value));
    });

    /// <summary>Prints the help of a command, or of all of them.</summary>
    public static int Show(CommandLineApplication app, Printer printer, string? name)
    {
        CommandLineApplication? command = name is null ? app : Find(app, name);
        return command is null ? printer.Refuse(Unknown(name!), ExitCodes.Usage) : printer.Result(command.GetHelpText().Trim());
    }

    /// <summary>The command of a name; case does not matter, as in the parser.</summary>
    public static CommandLineApplication? Find(CommandLineApplication app, string name) =>
        app.Commands.Find(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Problem Unknown(string name) =>
        UsageProblem.Of($"There is no command '{Printable.Quote(name)}'.", "Run 'webstir help' to see the commands.");
}
