namespace Webstir.Sdk.Schedules;

/// <summary>Where a field stands.</summary>
internal static class Places
{
    /// <summary>The whole field, as a place to point at; none when the text lacks the field.</summary>
    public static Fault Of(in CronText cron, Field field, Dialect dialect)
    {
        int ordinal = Layout.Of(dialect.Layouts, cron.Fields).IndexOf(field);
        int start = -1;
        int end = -1;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal != ordinal)
                continue;
            start = start < 0 ? item.Start : start;
            end = item.End;
        }

        return start < 0 ? default : new Fault(FaultKind.Form, start, end - start, field);
    }
}
