using System.Globalization;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Finds what a valid schedule should not be shipped without knowing.</summary>
internal static class Warnings
{
    public static List<ScheduleProblem> Of(string schedule, ScheduleOptions options, Findings findings)
    {
        var context = new WarningContext(schedule, options, findings);
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        var problems = new List<ScheduleProblem>();
        RefusalWarnings.Add(text, context, problems);
        MeaningWarnings.Add(text, context, problems);
        StepWarnings.Add(text, context, problems);
        if (BlankWarning(text, context) is { } blank)
            problems.Add(blank);
        if (ClockWarning.Of(context) is { } clock)
            problems.Add(clock);
        if (PastWarning(text, context) is { } past)
            problems.Add(past);
        return problems;
    }

    private static ScheduleProblem? PastWarning(in ScheduleText text, WarningContext context)
    {
        bool ends = context.Meaning is { Recurrence.Years: not null } or { At: not null };
        if (!ends || context.Options.From is not { } from)
            return null;
        if (Occurrences.First(context.Meaning, from, context.Options.Zone ?? TimeZoneInfo.Utc, context.Reader.Clock) is not null)
            return null;
        Fault year = Places.Of(text.Cron, Field.Year, context.Reader);
        return context.Warn(
            ScheduleCodes.NeverFires,
            year.IsNone ? new Fault(FaultKind.Form, 0, context.Schedule.Length) : year,
            string.Create(CultureInfo.InvariantCulture, $"The last run is over: from {from:yyyy-MM-dd} on there is none."));
    }

    private static ScheduleProblem? BlankWarning(in ScheduleText text, WarningContext context) => text.Cron.OddBlank < 0 ? null : context.Warn(
        ScheduleCodes.Blank,
        new Fault(FaultKind.Blank, text.Cron.OddBlank, 1),
        $"{Printable.Describe(context.Schedule, text.Cron.OddBlank)} is no plain space between two fields. Some schedulers refuse it.",
        Suggester.Respace(context.Schedule));
}
