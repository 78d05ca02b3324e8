namespace Webstir.Sdk.Schedules;

/// <summary>Judges cron fields by the rules of one dialect.</summary>
internal static class CronJudge
{
    /// <summary>The first fault, from left to right; none when the dialect accepts the text.</summary>
    /// <param name="cron">The fields.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="settled">One bit for each of the first 64 items that the dialect is known to accept.</param>
    public static Fault Check(in CronText cron, Dialect dialect, ulong settled = 0)
    {
        Fault fault = CheckFrame(cron, dialect);
        if (!fault.IsNone)
            return fault;
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        for (int i = 0; i < cron.Items.Length; i++)
        {
            if (i < 64 && (settled & 1ul << i) != 0)
                continue;
            fault = CheckItem(cron, i, layout, dialect);
            if (!fault.IsNone)
                return fault;
        }

        return WholeJudge.Check(cron, layout, dialect);
    }

    /// <summary>One bit for each of the first 64 items that a dialect accepts.</summary>
    public static ulong Settle(in CronText cron, Dialect dialect)
    {
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        ulong settled = 0;
        for (int i = 0; i < Math.Min(cron.Items.Length, 64); i++)
        {
            if (CheckItem(cron, i, layout, dialect).IsNone)
                settled |= 1ul << i;
        }

        return settled;
    }

    /// <summary>The first fault of every item.</summary>
    public static void CheckAll(in CronText cron, Dialect dialect, List<Fault> faults)
    {
        Fault frame = CheckFrame(cron, dialect);
        if (!frame.IsNone)
            faults.Add(frame);
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        for (int i = 0; i < cron.Items.Length && cron.Items[i].Ordinal < layout.Length; i++)
        {
            Fault fault = CheckItem(cron, i, layout, dialect);
            if (!fault.IsNone)
                faults.Add(fault);
        }
    }

    private static Fault CheckItem(in CronText cron, int index, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        ref readonly Item item = ref cron.Items[index];
        bool isFirst = index == 0 || cron.Items[index - 1].Ordinal != item.Ordinal;
        return ItemJudge.Check(cron.Text, item, isFirst, layout[item.Ordinal], dialect);
    }

    /// <summary>Points at the fields beyond the last that the dialect could take, or at the end, where some are missing.</summary>
    private static Fault CountFault(in CronText cron, Dialect dialect)
    {
        int end = cron.Items[^1].End;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal >= Layout.Most(dialect.Layouts))
                return new Fault(FaultKind.FieldCount, item.Start, end - item.Start);
        }

        return new Fault(FaultKind.FieldCount, end);
    }

    private static Fault CheckFrame(in CronText cron, Dialect dialect)
    {
        if (Layout.Of(dialect.Layouts, cron.Fields).IsEmpty)
            return cron.Fields == 0 ? new Fault(FaultKind.Nothing) : CountFault(cron, dialect);
        return (cron.Blanks & ~dialect.Blanks) != 0 ? new Fault(FaultKind.Blank, cron.OddBlank, 1) : default;
    }
}
