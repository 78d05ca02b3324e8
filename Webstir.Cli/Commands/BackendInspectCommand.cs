using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir backend-inspect</c></summary>
internal static class BackendInspectCommand
{
    private const string Examples = """

        Examples:
          webstir backend-inspect
          webstir backend-inspect --json
        """;

    public static void Register(CommandLineApplication app, Printer printer, TimeProvider clock) => app.Command("backend-inspect", command =>
    {
        command.Description = "Show the module manifest's jobs, and whether their sources exist.";
        command.ExtendedHelpText = Examples;
        CommandOption workspace = CommonOptions.Workspace(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
        command.OnExecute(() =>
        {
            Workspace root = CommonOptions.Open(command, workspace);
            return printer.Inspected(BackendInspector.Inspect(root, WorkspaceClock.Of(root, clock)));
        });
    });
}
