using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir watch</c></summary>
internal static class WatchCommand
{
    private const string Examples = """

        Examples:
          webstir watch --runtime backend
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("watch", command =>
    {
        command.Description = "Rebuild a backend when its sources change, and restart its server. Ctrl-C ends it.";
        command.ExtendedHelpText = Examples;
        CommandOption runtime = RuntimeOption.Describe(command);
        CommandOption workspace = CommonOptions.Workspace(command);
        CommonOptions.Describe(command);
        command.OnExecute(async () =>
        {
            if (RuntimeOption.Refusal(runtime) is { } problem)
                return printer.Refuse(problem, ExitCodes.Refused);

            using var interruption = new Interruption();
            var watcher = new BackendWatcher(CommonOptions.Open(command, workspace), printer);
            await watcher.RunAsync(interruption.Token);
            return ExitCodes.Done;
        });
    });
}
