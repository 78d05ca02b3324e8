namespace Webstir.Sdk.Schedules;

/// <summary>Ranges up to Sunday by name: the end of the week to croner, its start to everybody else.</summary>
internal static class SundayRange
{
    private static readonly Dialect Strict = Dialects.All[0] with { Extras = Dialects.All[0].Extras & ~Extras.SundayEndsWeek };

    /// <summary>The first such range; none if there is none.</summary>
    public static Fault Find(in CronText cron)
    {
        Fault fault = HasRange(cron.Text) ? CronJudge.Check(cron, Strict) : default;
        return fault.Kind == FaultKind.Reversed && fault.Field == Field.Weekday ? fault : default;
    }

    /// <summary>The schedule with lists in the place of such ranges; <see langword="null"/> when one has no list.</summary>
    public static string? SpellOut(string schedule)
    {
        string? result = schedule;
        while (result is not null && Find(result) is { IsNone: false } fault)
            result = ItemRepair.SpellOut(result, fault, Dialects.All[0]);
        return result;
    }

    private static Fault Find(string schedule)
    {
        if (!HasRange(schedule))
            return default;
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        return text.Syntax == Syntax.Fields ? Find(text.Cron) : default;
    }

    /// <summary>Most schedules have none.</summary>
    private static bool HasRange(ReadOnlySpan<char> schedule) => schedule.Contains('-');
}
