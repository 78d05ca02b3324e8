using NCrontab;

namespace Webstir.Sdk.Schedules;

/// <summary>Dates that match the day fields, months and years of a pattern.</summary>
internal static class Dates
{
    /// <summary>Matching dates from <paramref name="start"/> (a midnight) up to, not including, <paramref name="end"/>.</summary>
    public static IEnumerable<DateTime> Between(Recurrence recurrence, DateTime start, DateTime end)
    {
        if (recurrence.IsEveryDate)
            return All(start, end);
        List<CrontabSchedule> candidates = Candidates(recurrence);
        if (candidates.Count == 0)
            return [];
        // NCrontab leaves both ends out.
        DateTime before = start > DateTime.MinValue ? start.AddTicks(-1) : start;
        IEnumerable<DateTime> dates = candidates.GetNextOccurrences(before, end);
        return recurrence.HasSpecials ? dates.Where(date => SpecialDays.Matches(recurrence, date)) : dates;
    }

    private static IEnumerable<DateTime> All(DateTime start, DateTime end)
    {
        for (DateTime date = start; date < end; date = date.AddDays(1))
            yield return date;
    }

    private static List<CrontabSchedule> Candidates(Recurrence recurrence)
    {
        uint days = recurrence.Days | SpecialDays.PossibleDays(recurrence);
        int weekdays = recurrence.Weekdays | SpecialDays.PossibleWeekdays(recurrence);
        var schedules = new List<CrontabSchedule>(2);
        if (recurrence.Months == 0)
            return schedules;
        if (!recurrence.IsEitherDay)
        {
            Add(schedules, days, recurrence.Months, weekdays);
            return schedules;
        }

        Add(schedules, days, recurrence.Months, Recurrence.AllWeekdays);
        Add(schedules, Recurrence.AllDays, recurrence.Months, weekdays);
        return schedules;
    }

    private static void Add(List<CrontabSchedule> schedules, uint days, int months, int weekdays)
    {
        if (days != 0 && weekdays != 0)
            schedules.Add(CrontabText.Midnights(days, months, weekdays));
    }
}
