using NCrontab;

namespace Webstir.Sdk.Schedules;

/// <summary>Dates that match the day fields, months and years of a pattern.</summary>
internal struct Dates(Recurrence recurrence)
{
    /// <summary>How far the search goes for one more date: 29 February on a given weekday can be 40 years away.</summary>
    public const int MaxYears = 40;

    /// <summary>Last year that is looked at: beyond it there is no room for the arithmetic of dates.</summary>
    public const int LastYear = 9998;

    /// <summary>How far dates are tested one by one: most patterns match within a month, and NCrontab must be told a pattern first.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(31);

    private static readonly DateTime End = new(LastYear + 1, 1, 1);

    private List<int>? _years;
    private List<CrontabSchedule>? _candidates;

    /// <summary>Whether a date matches.</summary>
    public readonly bool Has(DateTime date) =>
        SpecialDays.Matches(recurrence, date) && date.Year <= LastYear && (recurrence.Years is not { } years || !(years >> date.Year).IsEven);

    /// <summary>The first matching date from another (a midnight) on; <see langword="null"/> when there is none.</summary>
    public DateTime? Next(DateTime from)
    {
        if (recurrence.Years is not { } years)
            return Next(from, from.Year > LastYear - MaxYears ? End : from.AddYears(MaxYears));
        _years ??= Years.Values(years);
        foreach (int year in _years)
        {
            if (year >= from.Year && year <= LastYear && Next(Later(from, new DateTime(year, 1, 1)), new DateTime(year + 1, 1, 1)) is { } date)
                return date;
        }

        return null;
    }

    private DateTime? Next(DateTime from, DateTime end)
    {
        DateTime near = end - from < Near ? end : from + Near;
        for (DateTime date = from; date < near; date = date.AddDays(1))
        {
            if (SpecialDays.Matches(recurrence, date))
                return date;
        }

        return NextFar(near, end);
    }

    /// <summary>The same for dates far away: NCrontab skips the months and years in which nothing matches.</summary>
    private DateTime? NextFar(DateTime from, DateTime end)
    {
        _candidates ??= Candidates();
        while (from < end && _candidates.Count > 0)
        {
            // NCrontab leaves both ends out.
            DateTime date = _candidates.Min(candidate => candidate.GetNextOccurrence(from.AddTicks(-1), end));
            if (date < end && SpecialDays.Matches(recurrence, date))
                return date;
            from = date.AddDays(1);
        }

        return null;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private readonly List<CrontabSchedule> Candidates()
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
