using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary>Warns of fixed times that a change of the clocks skips or repeats.</summary>
internal static class ClockWarning
{
    /// <summary>A year for the rules of a zone as they stand: far enough from changes that are already history.</summary>
    private const int FirstYear = 2030;

    /// <summary>The calendar repeats itself, days of the week and leap years included.</summary>
    private const int Years = 28;

    public static ScheduleProblem? Of(WarningContext context)
    {
        if (context.Options.Zone is not { } zone || context.Meaning is not { Recurrence: { } recurrence, Zone: null })
            return null;
        if (recurrence.Hours == Recurrence.AllHours || recurrence.Picked != 0)
            return null;
        foreach (DateTime date in YearsOf(recurrence).SelectMany(year => Changes(year, zone)).Where(date => Dates.Matches(recurrence, date)))
        {
            foreach (DateTime time in Times(recurrence, date))
            {
                int count = WallTime.Instants(time, zone).Length;
                if (count != 1)
                    return Warn(context, time, count == 0 ? "skipped" : "repeated", zone);
            }
        }

        return null;
    }

    private static IEnumerable<int> YearsOf(Recurrence recurrence) => recurrence.Years is { } years
        ? Schedules.Years.Values(years).Where(year => year < DateTime.MaxValue.Year).Take(Years)
        : Enumerable.Range(FirstYear, Years);

    private static ScheduleProblem Warn(WarningContext context, DateTime time, string effect, TimeZoneInfo zone) => context.Warn(
        ScheduleCodes.ClockChange,
        new Fault(FaultKind.Form, 0, context.Schedule.Length),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{time:HH:mm} is {effect} in {zone.Id} when the clocks change. Schedulers then run once, twice or not at all.")
            + " In UTC nothing is skipped.");

    /// <summary>Days of a year on which the clocks change: sought week by week, then day by day.</summary>
    private static IEnumerable<DateTime> Changes(int year, TimeZoneInfo zone)
    {
        var first = new DateTime(year, 1, 1);
        return Enumerable.Range(0, 53)
            .Select(week => first.AddDays(7 * week))
            .Where(week => zone.GetUtcOffset(week) != zone.GetUtcOffset(week.AddDays(7)))
            .SelectMany(week => Enumerable.Range(0, 7).Select(day => week.AddDays(day)))
            .Where(date => zone.GetUtcOffset(date) != zone.GetUtcOffset(date.AddDays(1)));
    }

    private static IEnumerable<DateTime> Times(Recurrence recurrence, DateTime date) =>
        from hour in SetText.Values(recurrence.Hours)
        from minute in SetText.Values(recurrence.Minutes)
        select date.AddHours(hour).AddMinutes(minute);
}
