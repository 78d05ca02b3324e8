using NCrontab;

namespace Webstir.Sdk.Schedules;

/// <summary>Dates that match the day fields, months and years of a pattern.</summary>
internal static class Dates
{
    /// <summary>How far dates are tested one by one: most patterns match within a month, and NCrontab must be told a pattern first.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(31);

    /// <summary>Matching dates from <paramref name="start"/> (a midnight) up to, not including, <paramref name="end"/>.</summary>
    public static IEnumerable<DateTime> Between(Recurrence recurrence, DateTime start, DateTime end)
    {
        if (recurrence.IsEveryDate)
            return All(start, end);
        DateTime near = end - start > Near ? start + Near : end;
        return All(start, near).Where(date => Matches(recurrence, date)).Concat(Skipping(recurrence, near, end));
    }

    /// <summary>Whether a date matches the month and the day fields; its year is not looked at.</summary>
    public static bool Matches(Recurrence recurrence, DateTime date) =>
        (recurrence.Months & 1 << date.Month) != 0 && SpecialDays.Matches(recurrence, date);

    /// <summary>The same for dates far away: NCrontab skips the months and years in which nothing matches.</summary>
    private static IEnumerable<DateTime> Skipping(Recurrence recurrence, DateTime start, DateTime end)
    {
        List<CrontabSchedule> candidates = start < end ? Candidates(recurrence) : [];
        if (candidates.Count == 0)
            yield break;
        // NCrontab leaves both ends out.
        DateTime before = start > DateTime.MinValue ? start.AddTicks(-1) : start;
        foreach (DateTime date in candidates.GetNextOccurrences(before, end))
        {
            if (!recurrence.HasSpecials || SpecialDays.Matches(recurrence, date))
                yield return date;
        }
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
