namespace Webstir.Sdk.Schedules;

/// <summary>Dates in words.</summary>
internal static class DayText
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>Days, months and years, with a leading blank; empty for every day of every year.</summary>
    public static string Describe(Recurrence recurrence)
    {
        string days = DescribeDays(recurrence);
        string period = DescribeMonths(recurrence.Months) + DescribeYears(recurrence);
        // Behind "or" the months would seem to belong to the weekdays alone.
        return recurrence.IsEitherDay && period.Length > 0 ? $"{period},{days}" : days + period;
    }

    private static string DescribeDays(Recurrence recurrence)
    {
        string days = recurrence.IsEveryDay ? "" : " on " + SetText.Join(Days(recurrence), "and");
        string weekdays = recurrence.IsEveryWeekday ? "" : " on " + SetText.Join(Weekdays(recurrence), "and");
        if (days.Length == 0 || weekdays.Length == 0)
            return days + weekdays;
        return recurrence.IsEitherDay ? $"{days} or{weekdays}" : $"{days}, but only{weekdays}";
    }

    private static List<string> Days(Recurrence recurrence)
    {
        var parts = new List<string>();
        List<int> days = SetText.Values(recurrence.Days);
        if (days.Count > 0)
            parts.Add(SetText.Named("day", days) + " of the month");
        parts.AddRange(SetText.Values(recurrence.DaysFromEnd).Select(offset => FromEnd(offset) + " of the month"));
        parts.AddRange(SetText.Values(recurrence.WorkdaysFromEnd).Select(offset =>
            offset == 0 ? "the last workday of the month" : $"the workday nearest to {FromEnd(offset)} of the month"));
        parts.AddRange(SetText.Values(recurrence.DaysBeforeLastWorkday).Select(offset =>
            $"{Count(offset)} before the last workday of the month"));
        parts.AddRange(SetText.Values(recurrence.NearestWorkdays).Select(day =>
            $"the workday nearest to day {SetText.Number(day)} of the month"));
        return parts;
    }

    private static string FromEnd(int offset) => offset switch
    {
        0 => "the last day",
        _ => $"{Count(offset)} before the last day",
    };

    private static string Count(int days) => days == 1 ? "the day" : $"the day {SetText.Number(days)} days";

    private static List<string> Weekdays(Recurrence recurrence)
    {
        var parts = new List<string>();
        if (recurrence.Weekdays != 0)
            parts.Add(SetText.List(Week(recurrence.Weekdays), day => Names.Weekday(day % 7)));
        parts.AddRange(SetText.Values(recurrence.NthWeekdays).Select(bit =>
            $"the {Ordinals[bit % 5]} {Names.Weekday(bit / 5)} of the month"));
        parts.AddRange(SetText.Values((ulong)recurrence.LastWeekdays).Select(day => $"the last {Names.Weekday(day)} of the month"));
        return parts;
    }

    /// <summary>Days from Monday on, Sunday as 7; days in a row start with the first of them, even if that goes round the week.</summary>
    private static List<int> Week(int weekdays)
    {
        int days = weekdays >> 1 | (weekdays & 1) << 6;
        int starts = days & ~(days << 1 | days >> 6);
        int first = int.PopCount(starts) == 1 ? int.TrailingZeroCount(starts) : 0;
        return [.. Enumerable.Range(first, 7).Where(day => (days & 1 << (day % 7)) != 0).Select(day => day + 1)];
    }

    private static string DescribeMonths(int months)
    {
        List<int> values = SetText.Values((ulong)months);
        return months == Recurrence.AllMonths ? "" : " in " + (SetText.Stepped("month", values, Names.Month) ?? SetText.List(values, Names.Month));
    }

    private static string DescribeYears(Recurrence recurrence)
    {
        if (recurrence.Years is not { } bits)
            return "";
        List<int> years = Years.Values(bits);
        return (recurrence.Months == Recurrence.AllMonths ? " in " : " of ")
            + (SetText.Stepped("year", years, SetText.Number) ?? SetText.List(years, SetText.Number));
    }
}
