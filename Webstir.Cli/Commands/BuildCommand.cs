using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir build</c></summary>
internal static class BuildCommand
{
    private const string Examples = """

        Examples:
          webstir build --runtime backend
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("build", command =>
    {
        command.Description = "Bundle and type-check a backend, and write the manifest that a deployment reads.";
        command.ExtendedHelpText = Examples;
        CommandOption runtime = RuntimeOption.Describe(command);
        CommandOption workspace = CommonOptions.Workspace(command);
        CommonOptions.Describe(command);
        command.OnExecute(async () =>
        {
            if (RuntimeOption.Refusal(runtime) is { } problem)
                return printer.Refuse(problem, ExitCodes.Refused);

            using var interruption = new Interruption();
            var builder = new BackendBuilder(CommonOptions.Open(command, workspace));
            return printer.Built(await builder.BuildAsync(interruption.Token));
        });
    });
}
