using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;
using Webstir.Cli.Output;

namespace Webstir.Cli.Smoke;

/// <summary><c>webstir smoke</c>: the whole story on a throw-away workspace, command by command.</summary>
internal static class SmokeCommand
{
    private const string Examples = """

        Examples:
          webstir smoke
          webstir smoke my-first-workspace
        """;

    /// <summary>Registers the command.</summary>
    /// <param name="app">The application.</param>
    /// <param name="printer">Where to print.</param>
    /// <param name="run">Runs a command line of ours in a folder.</param>
    public static void Register(CommandLineApplication app, Printer printer, Func<string, string[], int> run) => app.Command("smoke", command =>
    {
        command.Description = "Play through everything, from init to a running job, and show each command and what it makes.";
        command.ExtendedHelpText = Examples;
        CommandArgument directory = command.Argument("[DIRECTORY]", "New or empty folder to work in. Default: a temporary one, removed afterwards.");
        CommonOptions.Describe(command);
        command.OnExecute(async () =>
        {
            using var interruption = new Interruption();
            if (directory.Value is not null)
                return await new SmokeRun(Path.TrimEndingDirectorySeparator(CurrentFolder.Resolve(command, directory.Value)), printer, run, interruption.Token).PlayAsync();

            DirectoryInfo temporary = Directory.CreateTempSubdirectory("webstir-smoke-");
            int exitCode = await new SmokeRun(temporary.FullName, printer, run, interruption.Token).PlayAsync();
            if (exitCode == ExitCodes.Done)
                temporary.Delete(recursive: true);
            else
                printer.Note($"What was made stays in '{temporary.FullName}'.");
            return exitCode;
        });
    });
}
