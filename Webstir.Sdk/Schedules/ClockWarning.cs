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
        foreach (int year in YearsOf(recurrence))
        {
            foreach (ClockChange change in ClockChange.Of(year, zone))
            {
                if (change.FindTime(recurrence) is { } time)
                    return Warn(context, time, change.IsSkip ? "skipped" : "repeated", zone);
            }
        }

        return null;
    }

    private static IEnumerable<int> YearsOf(Recurrence recurrence) => recurrence.Years is { } years
        ? Schedules.Years.Values(years).Where(year => year < DateTime.MaxValue.Year - 1).Take(Years)
        : Enumerable.Range(FirstYear, Years);

    private static ScheduleProblem Warn(WarningContext context, DateTime time, string effect, TimeZoneInfo zone) => context.Warn(
        ScheduleCodes.ClockChange,
        new Fault(FaultKind.Form, 0, context.Schedule.Length),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{time:HH:mm} is {effect} in {zone.Id} when the clocks change. Schedulers then run once, twice or not at all.")
            + " In UTC nothing is skipped.");
}
