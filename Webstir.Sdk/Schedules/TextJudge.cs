namespace Webstir.Sdk.Schedules;

/// <summary>Judges a whole schedule by the rules of one dialect.</summary>
internal static class TextJudge
{
    /// <summary>The first fault; none when the dialect accepts the schedule.</summary>
    public static Fault Check(in ScheduleText schedule, Dialect dialect)
    {
        if (schedule.HasComment(dialect))
        {
            Span<Item> items = stackalloc Item[CronText.Capacity(schedule.Text)];
            return CheckSyntax(schedule.WithoutComment(items), dialect);
        }

        return CheckSyntax(schedule, dialect);
    }

    private static Fault CheckSyntax(in ScheduleText schedule, Dialect dialect) => schedule.Syntax switch
    {
        Syntax.Fields => CheckFields(schedule, dialect),
        Syntax.CronWrapper => CheckWrapper(schedule, dialect),
        Syntax.ZonePrefix => CheckZone(schedule, dialect),
        Syntax.Macro => MacroJudge.Check(schedule.Text, dialect),
        Syntax.Rate => dialect.Has(Extras.Rate | Extras.LooseRate) ? RateExpression.Check(schedule.Text, dialect) : Foreign(schedule),
        Syntax.At => dialect.Has(Extras.At) && AtExpression.Read(schedule.Text) is not null ? default : Foreign(schedule),
        Syntax.AtEvery => EveryExpression.Read(schedule.Text, dialect) is not null ? default : Foreign(schedule),
        _ => dialect.Has(Extras.English) && EnglishExpression.Read(schedule.Text) is not null ? default : Foreign(schedule),
    };

    private static Fault CheckFields(in ScheduleText schedule, Dialect dialect)
    {
        if (dialect.Has(Extras.CronWrapper))
            return Foreign(schedule);
        if (schedule.Text.IsEmpty && (dialect.Layouts & Layouts.Fewer) != 0)
            return default;
        Fault fault = CronJudge.Check(schedule.Cron, dialect);
        bool isTime = !fault.IsNone && dialect.Has(Extras.TimeSpan) && TimeSpanText.Read(schedule.Text) is not null;
        return isTime ? default : fault;
    }

    private static Fault CheckWrapper(in ScheduleText schedule, Dialect dialect)
    {
        bool isClosed = schedule.Text is ['c', ..] && schedule.Text.EndsWith(')');
        return dialect.Has(Extras.CronWrapper) && isClosed ? CronJudge.Check(schedule.Cron, dialect) : Foreign(schedule);
    }

    private static Fault CheckZone(in ScheduleText schedule, Dialect dialect)
    {
        if (!dialect.Has(Extras.ZonePrefix))
            return Foreign(schedule);
        string? zone = ZonePrefix.Name(schedule.Text);
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return new Fault(FaultKind.Zone, 0, schedule.Text.IndexOf(' ') is >= 0 and int end ? end : schedule.Text.Length);
        return CronJudge.Check(schedule.Cron, dialect);
    }

    private static Fault Foreign(in ScheduleText schedule) => new(FaultKind.Syntax, 0, schedule.Text.Length);
}
