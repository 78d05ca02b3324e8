using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk.Jobs;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir remove-job</c></summary>
internal static class RemoveJobCommand
{
    private const string Examples = """

        Examples:
          webstir remove-job cleanup
          webstir remove-job cleanup --delete-code --dry-run
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("remove-job", command =>
    {
        command.Description = "Remove a job from the module manifest, and its folder while it is the stub that add-job would write.";
        command.ExtendedHelpText = Examples;
        CommandArgument name = JobOptions.Name(command);
        CommandOption deleteCode = command.Option("--delete-code", "Delete the job's folder, whatever it holds.", CommandOptionType.NoValue);
        JobOptions options = JobOptions.Describe(command, printer, name);
        command.OnExecute(() => options.Run(
            misuse: null,
            plan: (scaffolder, word) => scaffolder.PlanRemoval(JobName.Parse(word), deleteCode.HasValue()),
            apply: (scaffolder, word) => scaffolder.RemoveJob(JobName.Parse(word), deleteCode.HasValue())));
    });
}
