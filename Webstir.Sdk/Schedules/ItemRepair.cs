namespace Webstir.Sdk.Schedules;

/// <summary>Rewrites one item of a list.</summary>
internal static class ItemRepair
{
    private const int LongestList = 8;

    /// <summary>A reversed range as the list of its values, through the end of the field and on from its start.</summary>
    public static string? SpellOut(string schedule, Fault fault, Dialect dialect)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        CronText cron = ScheduleText.Read(schedule, items).Cron;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Start == fault.Start && (item.Form is Form.Range or Form.RangeStep) && fault.Field is { } field && field != Field.Year)
                return schedule.Remove(item.Start, item.Length).Insert(item.Start, SpellOut(item, field, dialect));
        }

        return null;
    }

    private static string SpellOut(in Item item, Field field, Dialect dialect)
    {
        Dialect wrapping = dialect with { Reversed = ReversedRange.Wrapped };
        var values = new List<int>();
        foreach (int value in new ValueRange(item, field, wrapping))
            values.Add(value);
        bool isWord = item.Low.IsWord;
        if (values.Count <= LongestList || item.Form == Form.RangeStep || isWord)
            return string.Join(',', values.Select(value => Write(value, isWord, field, dialect)));
        string low = SetText.Number(values[0]);
        string high = SetText.Number(values[^1]);
        return $"{low}-{SetText.Number(dialect.Max(field))},{SetText.Number(dialect.Min(field))}-{high}";
    }

    private static string Write(int value, bool isWord, Field field, Dialect dialect) => field switch
    {
        Field.Month when isWord => Names.Short(Names.Month(value)),
        Field.Weekday => Names.Short(Names.Weekday(dialect.Weekdays == WeekdayNumbers.OneToSeven ? value - 1 : value % 7)),
        _ => SetText.Number(value),
    };
}
