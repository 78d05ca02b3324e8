namespace Webstir.Sdk.Schedules;

/// <summary>Writes the numbers of a weekday field as names.</summary>
internal static class WeekdayRepair
{
    /// <summary>The schedule, which has a weekday field, with names, each day once, and no range that ends on Sunday.</summary>
    public static string Name(in CronText cron, Dialect dialect)
    {
        Fault place = Places.Of(cron, Field.Weekday, dialect);
        int weekday = Layout.Of(dialect.Layouts, cron.Fields).IndexOf(Field.Weekday);
        int seen = 0;
        var names = new List<string>();
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == weekday && Name(item, cron.Text, dialect, ref seen) is { Length: > 0 } name)
                names.Add(name);
        }

        return string.Concat(cron.Text[..place.Start], string.Join(',', names), cron.Text[(place.Start + place.Length)..]);
    }

    private static string Name(in Item item, ReadOnlySpan<char> schedule, Dialect dialect, ref int seen)
    {
        if (item.Form is not (Form.Value or Form.ValueStep or Form.Range or Form.RangeStep))
            return NameAtoms(item, schedule, dialect);
        var days = new List<int>();
        bool isWhole = true;
        foreach (int value in new ValueRange(item, Field.Weekday, dialect))
        {
            int day = Day(value, dialect);
            if ((seen & 1 << day) == 0)
                days.Add(day);
            else
                isWhole = false;
            seen |= 1 << day;
        }

        bool isRange = item.Form == Form.Range && isWhole && days.Count > 2 && days[0] < days[^1];
        string names = isRange ? $"{Write(days[0])}-{Write(days[^1])}" : string.Join(',', days.Select(Write));
        return item.Low.HasPlus ? "+" + names : names;
    }

    private static string NameAtoms(in Item item, ReadOnlySpan<char> schedule, Dialect dialect)
    {
        string text = schedule.Slice(item.Start, item.Length).ToString();
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
