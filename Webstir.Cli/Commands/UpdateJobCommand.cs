using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir update-job</c></summary>
internal static class UpdateJobCommand
{
    private const string Examples = """

        Examples:
          webstir update-job nightly --schedule "30 0 * * *"
          webstir update-job nightly --no-schedule --description "Started by hand"
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("update-job", command =>
    {
        command.Description = "Change a job's schedule, description or priority in the module manifest.";
        command.ExtendedHelpText = Examples;
        CommandArgument name = JobOptions.Name(command);
        CommandOption schedule = command.Option("-s|--schedule <SCHEDULE>", "When it runs. Stored as given.", CommandOptionType.SingleValue);
        CommandOption noSchedule = command.Option("--no-schedule", "Run it by hand only.", CommandOptionType.NoValue);
        CommandOption description = command.Option("-d|--description <TEXT>", "What it does.", CommandOptionType.SingleValue);
        CommandOption noDescription = command.Option("--no-description", "Say nothing of what it does.", CommandOptionType.NoValue);
        CommandOption priority = command.Option("-p|--priority <PRIORITY>", "An integer in plain digits, or a label: 1e2 and 2.5 are labels.", CommandOptionType.SingleValue);
        CommandOption noPriority = command.Option("--no-priority", "Leave the priority to the scheduler.", CommandOptionType.NoValue);
        CommandOption schedulers = SchedulerOption.Describe(command);
        JobOptions options = JobOptions.Describe(command, printer, name);
        command.OnExecute(() =>
        {
            JobDefinition Change(JobDefinition job) => job with
            {
                Schedule = noSchedule.HasValue() ? null : schedule.Value() ?? job.Schedule,
                Description = noDescription.HasValue() ? null : description.Value() ?? job.Description,
                Priority = noPriority.HasValue() ? null : priority.HasValue() ? JobPriority.Parse(priority.Value()) : job.Priority,
            };
            return options.Run(
                misuse: Misuse(command, [(schedule, noSchedule), (description, noDescription), (priority, noPriority)]),
                plan: (scaffolder, word) => scaffolder.PlanUpdate(JobName.Parse(word), Change, SchedulerOption.Read(schedulers)),
                apply: (scaffolder, word) => scaffolder.UpdateJob(JobName.Parse(word), Change, SchedulerOption.Read(schedulers)));
        });
    });

    private static Problem? Misuse(CommandLineApplication command, (CommandOption Set, CommandOption Clear)[] members)
    {
        foreach ((CommandOption set, CommandOption clear) in members)
        {
            if (set.HasValue() && clear.HasValue())
                return UsageProblem.Of($"'--{set.LongName}' and '--{clear.LongName}' contradict each other.", UsageProblem.Help(command));
            if (set.HasValue() && string.IsNullOrWhiteSpace(set.Value()))
                return UsageProblem.Of($"The option '--{set.LongName}' is empty.", $"To clear it, give --{clear.LongName}.");
        }

        return members.Any(member => member.Set.HasValue() || member.Clear.HasValue())
            ? null
            : UsageProblem.Of("Nothing to change is given.", $"Give a schedule, a description or a priority. {UsageProblem.Help(command)}");
    }
}
