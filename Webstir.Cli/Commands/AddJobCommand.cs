using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir add-job</c></summary>
internal static class AddJobCommand
{
    private const string Examples = """

        Examples:
          webstir add-job cleanup
          webstir add-job nightly --schedule "0 0 * * *" --description "Nightly maintenance window" --priority 5
          webstir add-job report --schedule @daily --dry-run
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("add-job", command =>
    {
        command.Description = "Create a job's source and record it in the module manifest.";
        command.ExtendedHelpText = Examples;
        CommandArgument name = command.Argument("NAME", "Name of the job and of its folder: letters, digits, and . _ -", multipleValues: true);
        CommandOption schedule = command.Option("-s|--schedule <SCHEDULE>", "When it runs: five cron fields, @daily and its like, or rate(5 minutes). Stored as given.", CommandOptionType.SingleValue);
        CommandOption description = command.Option("-d|--description <TEXT>", "What it does.", CommandOptionType.SingleValue);
        CommandOption priority = command.Option("-p|--priority <PRIORITY>", "An integer or a label.", CommandOptionType.SingleValue);
        CommandOption schedulers = SchedulerOption.Describe(command);
        CommandOption workspace = CommonOptions.Workspace(command);
        CommandOption force = command.Option("-f|--force", "Adopt the source or the entry that exists: add only what is missing, overwrite nothing.", CommandOptionType.NoValue);
        CommandOption dryRun = CommonOptions.DryRun(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
        command.OnExecute(() =>
        {
            string[] words = [.. name.Values, .. command.RemainingArguments];
            if (CommandLineCheck.OfWords(command, words) is { } problem)
                return printer.Refuse(problem, ExitCodes.Usage);

            Workspace root = CommonOptions.Open(command, workspace);
            var scaffolder = new JobScaffolder(root);
            ScaffoldPlan plan = scaffolder.Plan(Job(words[0], schedule, description, priority), new ScaffoldOptions { Adopt = force.HasValue(), Schedulers = SchedulerOption.Read(schedulers) });
            return dryRun.HasValue() ? printer.DryRun(plan) : printer.Applied(plan, scaffolder.Apply(plan).IsApplied);
        });
    });

    private static JobDefinition Job(string name, CommandOption schedule, CommandOption description, CommandOption priority) => new()
    {
        Name = JobName.Parse(name),
        Schedule = schedule.Value(),
        Description = string.IsNullOrWhiteSpace(description.Value()) ? null : description.Value(),
        Priority = priority.HasValue() ? JobPriority.Parse(priority.Value()) : null,
    };
}
