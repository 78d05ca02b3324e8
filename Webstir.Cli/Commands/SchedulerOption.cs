using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>The option that names the schedulers a schedule is deployed to.</summary>
internal static class SchedulerOption
{
    public static CommandOption Describe(CommandLineApplication command) => command.Option(
        "--scheduler <ID>",
        $"Scheduler that must accept the schedule; may be given more than once. One of {string.Join(", ", ScheduleValidator.Schedulers)}.",
        CommandOptionType.MultipleValue);

    /// <summary>Identifiers that were given; <see langword="null"/> when none was.</summary>
    /// <exception cref="WebstirException">WEB0001: an identifier is unknown.</exception>
    public static IReadOnlyList<string>? Read(CommandOption option)
    {
        if (option.Values.Find(id => !ScheduleValidator.Schedulers.Contains(id)) is { } unknown)
            throw new WebstirException(UsageProblem.Of($"There is no scheduler '{Printable.Quote(unknown)}'.", Spelling.Nearest(unknown, ScheduleValidator.Schedulers) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known are {string.Join(", ", ScheduleValidator.Schedulers)}."));
        return option.Values.Count == 0 ? null : option.Values;
    }
}
