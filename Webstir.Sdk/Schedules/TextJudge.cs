namespace Webstir.Sdk.Schedules;

/// <summary>Judges a whole schedule by the rules of one dialect.</summary>
internal static class TextJudge
{
    /// <summary>The first fault; none when the dialect accepts the schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="settled">One bit for each item of bare fields that the dialect is known to accept.</param>
    public static Fault Check(in ScheduleText schedule, Dialect dialect, ulong settled = 0)
    {
        if (schedule.HasComment(dialect))
        {
            Span<Item> items = stackalloc Item[CronText.Capacity(schedule.Text)];
            return CheckSyntax(schedule.WithoutComment(items), dialect);
        }

        return schedule.Syntax == Syntax.Fields ? CheckFields(schedule, dialect, settled) : CheckSyntax(schedule, dialect);
    }

    private static Fault CheckSyntax(in ScheduleText schedule, Dialect dialect) => schedule.Syntax switch
    {
        Syntax.Fields => CheckFields(schedule, dialect, settled: 0),
        Syntax.CronWrapper => CheckWrapper(schedule, dialect),
        Syntax.ZonePrefix => CheckZone(schedule, dialect),
        Syntax.Macro => MacroJudge.Check(schedule.Text, dialect),
        Syntax.Rate => dialect.Has(Extras.Rate | Extras.LooseRate) ? RateExpression.Check(schedule.Text, dialect) : Foreign(schedule),
        Syntax.At => dialect.Has(Extras.At) ? AtExpression.Check(schedule.Text) : Foreign(schedule),
        Syntax.AtEvery => CheckRead(schedule, dialect, Extras.Every, EveryExpression.Read(schedule.Text, dialect) is not null),
        _ => CheckRead(schedule, dialect, Extras.English, EnglishExpression.Read(schedule.Text) is not null),
    };

    private static Fault CheckFields(in ScheduleText schedule, Dialect dialect, ulong settled)
    {
        if (dialect.Has(Extras.CronWrapper))
            return Foreign(schedule);
        if (schedule.Text.IsEmpty && (dialect.Layouts & Layouts.Fewer) != 0)
            return default;
        Fault fault = CronJudge.Check(schedule.Cron, dialect, settled);
        bool isTime = !fault.IsNone && dialect.Has(Extras.TimeSpan) && TimeSpanText.Read(schedule.Text) is not null;
        return isTime ? default : fault;
    }

    private static Fault CheckWrapper(in ScheduleText schedule, Dialect dialect)
    {
        if (!dialect.Has(Extras.CronWrapper))
            return Foreign(schedule);
        Fault frame = Wrapper.Check(schedule.Text, "cron");
        return frame.IsNone ? CronJudge.Check(schedule.Cron, dialect) : frame;
    }

    private static Fault CheckZone(in ScheduleText schedule, Dialect dialect)
    {
        int rest = ZonePrefix.Length(schedule.Text);
        if (!dialect.Has(Extras.ZonePrefix))
            return new Fault(FaultKind.ZonePrefix, 0, rest);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(ZonePrefix.Name(schedule.Text), out _))
            return new Fault(FaultKind.Zone, 0, rest);
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule.Text)];
        var inner = ScheduleText.Read(schedule.Text[rest..], items);
        Fault fault = inner.Syntax == Syntax.ZonePrefix ? Foreign(inner) : CheckSyntax(inner, dialect);
        return fault.IsNone ? fault : fault with { Start = fault.Start + rest };
    }

    private static Fault CheckRead(in ScheduleText schedule, Dialect dialect, Extras syntax, bool isRead)
    {
        if (!dialect.Has(syntax))
            return Foreign(schedule);
        return isRead ? default : new Fault(FaultKind.Malformed, 0, schedule.Text.Length);
    }

    private static Fault Foreign(in ScheduleText schedule) => new(FaultKind.Syntax, 0, schedule.Text.Length);
}
