using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir add-job</c></summary>
internal static class AddJobCommand
{
    public const string Name = "add-job";

    private const string Examples = """

        Examples:
          webstir add-job cleanup
          webstir add-job nightly --schedule "0 0 * * *" --description "Nightly maintenance window" --priority 5
          webstir add-job report --schedule @daily --dry-run
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command(Name, command =>
    {
        command.Description = "Create a job's source and record it in the module manifest.";
        command.ExtendedHelpText = Examples;
        CommandArgument name = JobOptions.Name(command);
        CommandOption schedule = command.Option("-s|--schedule <SCHEDULE>", "When it runs: five cron fields, @daily and its like, or rate(5 minutes). Stored as given.", CommandOptionType.SingleValue);
        CommandOption description = command.Option("-d|--description <TEXT>", "What it does.", CommandOptionType.SingleValue);
        CommandOption priority = command.Option("-p|--priority <PRIORITY>", "An integer in plain digits, or a label: 1e2 and 2.5 are labels.", CommandOptionType.SingleValue);
        CommandOption schedulers = SchedulerOption.Describe(command);
        CommandOption force = command.Option("-f|--force", "Adopt the source or the entry that exists: add only what is missing, overwrite nothing.", CommandOptionType.NoValue);
        JobOptions options = JobOptions.Describe(command, printer, name);
        command.OnExecute(() =>
        {
            ScaffoldOptions Scaffold() => new() { Adopt = force.HasValue(), Schedulers = SchedulerOption.Read(schedulers) };
            JobDefinition Job(string word) => new()
            {
                Name = JobName.Parse(word),
                Schedule = schedule.Value(),
                Description = string.IsNullOrWhiteSpace(description.Value()) ? null : description.Value(),
                Priority = priority.HasValue() ? JobPriority.Parse(priority.Value()) : null,
            };
            return options.Run(
                misuse: null,
                plan: (scaffolder, word) => scaffolder.Plan(Job(word), Scaffold()),
                apply: (scaffolder, word) => scaffolder.AddJob(Job(word), Scaffold()));
        });
    });
}
