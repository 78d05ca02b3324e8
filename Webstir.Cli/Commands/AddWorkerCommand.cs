using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir add-worker</c></summary>
internal static class AddWorkerCommand
{
    private const string Examples = """

        Examples:
          webstir add-worker --dry-run
          webstir add-worker
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("add-worker", command =>
    {
        command.Description = "Add the program that runs the jobs on any number of machines, over Redis.";
        command.ExtendedHelpText = Examples;
        CommandOption force = command.Option("-f|--force", "Keep files of the worker that were changed: add only what is missing, overwrite nothing.", CommandOptionType.NoValue);
        ChangeOptions options = ChangeOptions.Describe(command, printer);
        command.OnExecute(() => options.Run(
            plan: scaffolder => scaffolder.PlanWorker(force.HasValue()),
            apply: scaffolder => scaffolder.AddWorker(force.HasValue())));
    });
}
