namespace Webstir.Sdk.Schedules;

/// <summary>Writes the numbers of a weekday field as names.</summary>
internal static class WeekdayRepair
{
    /// <summary>The schedule with names, each day once, and no range that ends on Sunday.</summary>
    public static string Name(string schedule, Dialect dialect)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        CronText cron = ScheduleText.Read(schedule, items).Cron;
        if (Places.Of(cron, Field.Weekday, dialect) is not { IsNone: false } place)
            return schedule;
        int weekday = Layout.Of(dialect.Layouts, cron.Fields).IndexOf(Field.Weekday);
        int seen = 0;
        var parts = new List<string>();
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == weekday)
                parts.Add(Name(item, schedule, dialect, ref seen));
        }

        return schedule.Remove(place.Start, place.Length).Insert(place.Start, string.Join(',', parts.Where(part => part.Length > 0)));
    }

    private static string Name(in Item item, string schedule, Dialect dialect, ref int seen)
    {
        if (item.Form is not (Form.Value or Form.ValueStep or Form.Range or Form.RangeStep))
            return NameAtoms(item, schedule, dialect);
        var days = new List<int>();
        foreach (int value in new ValueRange(item, Field.Weekday, dialect))
            days.Add(Day(value, dialect));
        int known = seen;
        seen = days.Aggregate(seen, (bits, day) => bits | 1 << day);
        List<int> rest = [.. days.Distinct().Where(day => (known & 1 << day) == 0)];
        bool isRange = item.Form == Form.Range && rest.Count == days.Count && rest.Count > 2 && rest[0] < rest[^1];
        string names = isRange ? $"{Write(rest[0])}-{Write(rest[^1])}" : string.Join(',', rest.Select(Write));
        return item.Low.HasPlus ? "+" + names : names;
    }

    private static string NameAtoms(in Item item, string schedule, Dialect dialect)
    {
        string text = schedule.Substring(item.Start, item.Length);
        foreach (Atom atom in new[] { item.High, item.Low })
        {
            if (atom.Length > 0 && !atom.IsWord)
                text = text.Remove(atom.Start - item.Start, atom.Length).Insert(atom.Start - item.Start, Write(Day((int)atom.Number, dialect)));
        }

        return text;
    }

    private static int Day(int value, Dialect dialect) => dialect.Weekdays == WeekdayNumbers.OneToSeven ? value - 1 : value % 7;

    private static string Write(int day) => Names.Short(Names.Weekday(day));
}
