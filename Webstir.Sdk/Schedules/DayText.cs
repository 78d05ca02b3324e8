namespace Webstir.Sdk.Schedules;

/// <summary>Dates in words.</summary>
internal static class DayText
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>Days, months and years, with a leading blank; empty for every day of every year.</summary>
    public static string Describe(Recurrence recurrence) =>
        DescribeDays(recurrence) + DescribeMonths(recurrence.Months) + DescribeYears(recurrence);

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
            parts.Add($"{(days.Count == 1 ? "day" : "days")} {SetText.List(days, SetText.Number)} of the month");
        parts.AddRange(SetText.Values(recurrence.DaysFromEnd).Select(offset => FromEnd(offset) + " of the month"));
        parts.AddRange(SetText.Values(recurrence.WorkdaysFromEnd).Select(offset =>
            offset == 0 ? "the last workday of the month" : $"the workday nearest to {FromEnd(offset)} of the month"));
        parts.AddRange(SetText.Values(recurrence.NearestWorkdays).Select(day =>
            $"the workday nearest to day {SetText.Number(day)} of the month"));
        return parts;
    }

    private static string FromEnd(int offset) => offset switch
    {
        0 => "the last day",
        1 => "the day before the last",
        _ => $"{SetText.Number(offset)} days before the last",
    };

    private static List<string> Weekdays(Recurrence recurrence)
    {
        var parts = new List<string>();
        if (recurrence.Weekdays != 0)
            parts.Add(SetText.List(SetText.Values((ulong)recurrence.Weekdays), Names.Weekday));
        parts.AddRange(SetText.Values(recurrence.NthWeekdays).Select(bit =>
            $"the {Ordinals[bit % 5]} {Names.Weekday(bit / 5)} of the month"));
        parts.AddRange(SetText.Values((ulong)recurrence.LastWeekdays).Select(day => $"the last {Names.Weekday(day)} of the month"));
        return parts;
    }

    private static string DescribeMonths(int months) =>
        months == Recurrence.AllMonths ? "" : " in " + SetText.List(SetText.Values((ulong)months), Names.Month);

    private static string DescribeYears(Recurrence recurrence)
    {
        if (recurrence.Years is not { } bits)
            return "";
        return (recurrence.Months == Recurrence.AllMonths ? " in " : " of ") + SetText.List(Years.Values(bits), SetText.Number);
    }
}
