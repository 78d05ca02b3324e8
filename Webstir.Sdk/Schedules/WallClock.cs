namespace Webstir.Sdk.Schedules;

/// <summary>Wall-clock times of a pattern, without any time zone.</summary>
internal static class WallClock
{
    /// <summary>How far the search goes for one more date: 29 February on a given weekday can be 40 years away.</summary>
    public const int MaxYears = 40;

    /// <summary>Last year that is looked at: beyond it there is no room for the arithmetic of dates.</summary>
    public const int LastYear = 9998;

    /// <summary>Times after <paramref name="after"/> (a whole second), in order; without end unless the pattern has one.</summary>
    public static IEnumerable<DateTime> Times(Recurrence recurrence, DateTime after)
    {
        if (recurrence.Seconds == 0 || recurrence.Minutes == 0 || recurrence.Hours == 0)
            yield break;
        foreach (DateTime date in Days(recurrence, after.Date))
        {
            foreach (DateTime time in TimesOf(date, recurrence, after))
                yield return time;
        }
    }

    private static IEnumerable<DateTime> TimesOf(DateTime date, Recurrence recurrence, DateTime after)
    {
        for (int hour = date <= after ? after.Hour : 0; hour < 24; hour++)
        {
            for (int minute = 0; minute < 60 && (recurrence.Hours & 1u << hour) != 0; minute++)
            {
                for (int second = 0; second < 60 && (recurrence.Minutes & 1ul << minute) != 0; second++)
                {
                    if ((recurrence.Seconds & 1ul << second) != 0 && date.Add(new TimeSpan(hour, minute, second)) is var time && time > after)
                        yield return time;
                }
            }
        }
    }

    private static IEnumerable<DateTime> Days(Recurrence recurrence, DateTime start)
    {
        if (recurrence.Years is null)
            return DaysOfAnyYear(recurrence, start);
        return Years.Values(recurrence.Years.Value)
            .Where(year => year >= start.Year && year <= LastYear)
            .SelectMany(year => Dates.Between(recurrence, Later(start, new DateTime(year, 1, 1)), new DateTime(year + 1, 1, 1)));
    }

    private static IEnumerable<DateTime> DaysOfAnyYear(Recurrence recurrence, DateTime start)
    {
        bool isFound = true;
        while (isFound && start.Year <= LastYear)
        {
            isFound = false;
            DateTime end = start.Year > LastYear - MaxYears ? new DateTime(LastYear + 1, 1, 1) : start.AddYears(MaxYears);
            foreach (DateTime date in Dates.Between(recurrence, start, end))
            {
                isFound = true;
                yield return date;
            }

            start = end;
        }
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
