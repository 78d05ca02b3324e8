namespace Webstir.Sdk.Schedules;

/// <summary>Judges cron fields by the rules of one dialect.</summary>
internal static class CronJudge
{
    /// <summary>The first fault, from left to right; none when the dialect accepts the text.</summary>
    public static Fault Check(in CronText cron, Dialect dialect)
    {
        Fault fault = CheckFrame(cron, dialect);
        if (!fault.IsNone)
            return fault;
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        int previous = -1;
        foreach (ref readonly Item item in cron.Items)
        {
            fault = ItemJudge.Check(cron.Text, item, item.Ordinal != previous, layout[item.Ordinal], dialect);
            if (!fault.IsNone)
                return fault;
            previous = item.Ordinal;
        }

        return WholeJudge.Check(cron, layout, dialect);
    }

    /// <summary>The first fault of every item.</summary>
    public static void CheckAll(in CronText cron, Dialect dialect, List<Fault> faults)
    {
        Fault frame = CheckFrame(cron, dialect);
        if (!frame.IsNone)
            faults.Add(frame);
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        int previous = -1;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal >= layout.Length)
                return;
            Fault fault = ItemJudge.Check(cron.Text, item, item.Ordinal != previous, layout[item.Ordinal], dialect);
            if (!fault.IsNone)
                faults.Add(fault);
            previous = item.Ordinal;
        }
    }

    private static Fault CheckFrame(in CronText cron, Dialect dialect)
    {
        if (Layout.Of(dialect.Layouts, cron.Fields).IsEmpty)
            return new Fault(cron.Fields == 0 ? FaultKind.Nothing : FaultKind.FieldCount);
        return (cron.Blanks & ~dialect.Blanks) != 0 ? new Fault(FaultKind.Blank, cron.OddBlank, 1) : default;
    }
}
