namespace Webstir.Sdk.Schedules;

/// <summary>Judges what only several fields or items together can break.</summary>
internal static class WholeJudge
{
    private const Extras Whole = Extras.NoDuplicates | Extras.NoImpossibleDates;

    public static Fault Check(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        if (dialect.Days == DayRule.OneUnset && CheckUnset(cron, layout) is { IsNone: false } unset)
            return unset;
        if (dialect.Has(Extras.EmptyLists) && CheckEmptyDates(cron, layout) is { IsNone: false } empty)
            return empty;
        if (!dialect.Has(Whole))
            return default;
        Fault fault = CheckDuplicates(cron, layout, dialect);
        return fault.IsNone ? CheckDates(cron, layout, dialect) : fault;
    }

    private static Fault CheckUnset(in CronText cron, ReadOnlySpan<Field> layout)
    {
        int unset = 0;
        Item weekday = default;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Form == Form.Unset)
                unset++;
            if (layout[item.Ordinal] == Field.Weekday)
                weekday = item;
        }

        return unset == 1 ? default : Fault.At(FaultKind.OneUnset, weekday, Field.Weekday);
    }

    private static Fault CheckEmptyDates(in CronText cron, ReadOnlySpan<Field> layout)
    {
        for (int i = 1; i < cron.Items.Length; i++)
        {
            Item item = cron.Items[i];
            Item first = cron.Items[i - 1];
            bool isStart = first.Ordinal == item.Ordinal && (i == 1 || cron.Items[i - 2].Ordinal != item.Ordinal);
            if (isStart && first.Form == Form.Empty && item.Form == Form.Empty && layout[item.Ordinal] is Field.Day or Field.Month)
                return Fault.At(FaultKind.EmptyItem, first, layout[item.Ordinal]);
        }

        return default;
    }

    private static Fault CheckDuplicates(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        ulong seen = 0;
        int ordinal = -1;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal != ordinal)
                seen = 0;
            ordinal = item.Ordinal;
            Field field = layout[ordinal];
            // A range up to 7 holds Sunday at both ends, and cron-parser keeps both.
            if (item.IsAlone || item.Form == Form.LastOf)
                continue;
            ulong bits = RecurrenceReader.Bits(item, field, dialect, foldSunday: item.Form == Form.Value);
            if (field == Field.Weekday && (bits & 1 << 7) != 0)
                bits |= 1;
            if ((seen & bits) != 0)
                return Fault.At(FaultKind.Duplicate, item, field);
            seen |= bits;
        }

        return default;
    }

    private static Fault CheckDates(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        int day = layout.IndexOf(Field.Day);
        if (IsEvery(cron, day))
            return default;
        Recurrence recurrence = RecurrenceReader.Read(cron, layout, dialect);
        bool isReachable = recurrence.DaysFromEnd != 0 || Calendar.HasDate(recurrence.Days, recurrence.Months);
        if (isReachable || DayJoin.IsEither(cron, layout, dialect))
            return default;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == day)
                return Fault.At(FaultKind.ImpossibleDate, item, Field.Day);
        }

        return default;
    }

    private static bool IsEvery(in CronText cron, int ordinal)
    {
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == ordinal)
                return item.Form is Form.Any or Form.Unset;
        }

        return true;
    }
}
