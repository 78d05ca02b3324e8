using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir check-schedule</c></summary>
internal static class CheckScheduleCommand
{
    private const int NextRuns = 5;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    private const string Examples = """

        Examples:
          webstir check-schedule "0 0 * * *"
          webstir check-schedule --scheduler kubernetes --tz Europe/Berlin "30 2 * * MON-FRI"
          webstir check-schedule --json "rate(5 minutes)"
        """;

    public static void Register(CommandLineApplication app, Printer printer, TimeProvider clock) => app.Command("check-schedule", command =>
    {
        command.Description = "Explain a schedule: what it means, what is wrong with it, when it runs, and who accepts it.";
        command.ExtendedHelpText = Examples;
        CommandArgument schedule = command.Argument("SCHEDULE", "Schedule in the syntax of any scheduler, in quotes.", multipleValues: true);
        CommandOption schedulers = SchedulerOption.Describe(command);
        CommandOption from = command.Option("--from <INSTANT>", "Instant after which the next runs are shown, in ISO 8601. Default: now.", CommandOptionType.SingleValue);
        CommandOption zone = command.Option("--tz <ZONE>", "Time zone that the schedule runs in, for example Europe/Berlin. Default: this machine's.", CommandOptionType.SingleValue);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
        command.OnExecute(() =>
        {
            string[] words = [.. schedule.Values, .. command.RemainingArguments];
            if (CommandLineCheck.OfWords(command, words) is { } problem)
                return printer.Refuse(problem, ExitCodes.Usage);

            TimeZoneInfo timeZone = zone.HasValue() ? ReadZone(zone.Value()) : clock.LocalTimeZone;
            DateTimeOffset after = from.HasValue() ? ReadInstant(from.Value(), timeZone) : clock.GetUtcNow();
            var options = new ScheduleOptions { Schedulers = SchedulerOption.Read(schedulers), Zone = timeZone, From = after };
            ScheduleValidation validation = ScheduleValidator.Validate(words[0], options);
            return printer.Checked(validation, validation.NextOccurrences(after, NextRuns, timeZone), timeZone);
        });
    });

    private static TimeZoneInfo ReadZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone)
        ? zone
        : throw new WebstirException(UsageProblem.Of($"There is no time zone '{Printable.Quote(id)}' on this machine.", "Give a name of the IANA database, for example Europe/Berlin or UTC."));

    /// <summary>An instant; one without an offset is read in the schedule's time zone.</summary>
    private static DateTimeOffset ReadInstant(string text, TimeZoneInfo zone)
    {
        if (!DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            || !DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time))
        {
            throw new WebstirException(UsageProblem.Of($"'{Printable.Quote(text)}' is no instant. Instants are written in ISO 8601.", "For example 2027-01-01T00:00:00Z."));
        }

        return time.Kind != DateTimeKind.Unspecified ? instant : Shift(instant, zone);
    }

    /// <summary>The same time on the wall of a zone.</summary>
    private static DateTimeOffset Shift(DateTimeOffset instant, TimeZoneInfo zone)
    {
        TimeSpan offset = zone.GetUtcOffset(instant.DateTime);
        long ticks = instant.Ticks - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(instant.DateTime, offset)
            : throw new WebstirException(UsageProblem.Of($"'{instant.DateTime:s}' is no instant in {zone.Id}: it is beyond the calendar.", "For example 2027-01-01T00:00:00Z."));
    }
}
