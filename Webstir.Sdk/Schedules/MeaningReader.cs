namespace Webstir.Sdk.Schedules;

/// <summary>Reads what a schedule means to a dialect that accepts it.</summary>
internal static class MeaningReader
{
    /// <summary>What a text means to a dialect; <see langword="null"/> when the dialect refuses it.</summary>
    public static Meaning? Find(string text, Dialect dialect)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(text)];
        var schedule = ScheduleText.Read(text, items);
        return TextJudge.Check(schedule, dialect).IsNone ? Read(schedule, dialect) : null;
    }

    public static Meaning Read(in ScheduleText schedule, Dialect dialect)
    {
        if (schedule.HasComment(dialect))
        {
            Span<Item> items = stackalloc Item[CronText.Capacity(schedule.Text)];
            return ReadSyntax(schedule.WithoutComment(items), dialect);
        }

        return ReadSyntax(schedule, dialect);
    }

    private static Meaning ReadSyntax(in ScheduleText schedule, Dialect dialect) => schedule.Syntax switch
    {
        Syntax.Macro => ReadMacro(schedule),
        Syntax.Rate => new Meaning { Interval = RateExpression.Read(schedule.Text) },
        Syntax.At => new Meaning { At = AtExpression.Read(schedule.Text) },
        Syntax.AtEvery => new Meaning { Interval = EveryExpression.Read(schedule.Text, dialect), Phase = EveryExpression.ReadPhase(schedule.Text, dialect) },
        Syntax.English => EnglishExpression.Read(schedule.Text) ?? new Meaning(),
        Syntax.ZonePrefix => ReadZoned(schedule, dialect),
        _ => ReadFieldsOrTime(schedule, dialect),
    };

    private static Meaning ReadZoned(in ScheduleText schedule, Dialect dialect)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule.Text)];
        var rest = ScheduleText.Read(schedule.Text[ZonePrefix.Length(schedule.Text)..], items);
        return ReadSyntax(rest, dialect) with { Zone = ZonePrefix.Name(schedule.Text) };
    }

    private static Meaning ReadFieldsOrTime(in ScheduleText schedule, Dialect dialect)
    {
        bool isTime = dialect.Has(Extras.TimeSpan) && !CronJudge.Check(schedule.Cron, dialect).IsNone;
        return isTime
            ? new Meaning { Interval = TimeSpanText.Read(schedule.Text) }
            : new Meaning { Recurrence = ReadFields(schedule, dialect), IsInterval = HasInterval(schedule.Cron, dialect) };
    }

    private static Meaning ReadMacro(in ScheduleText schedule)
    {
        Recurrence? recurrence = MacroTable.Read(MacroTable.Find(schedule.Text.Trim()));
        return new Meaning { Recurrence = recurrence, IsInterval = recurrence?.Hours == Recurrence.AllHours };
    }

    private static bool HasInterval(in CronText cron, Dialect dialect)
    {
        ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, cron.Fields);
        foreach (ref readonly Item item in cron.Items)
        {
            if (layout[item.Ordinal] is Field.Second or Field.Minute or Field.Hour && item.Form != Form.Value)
                return true;
        }

        return false;
    }

    /// <summary>What cron fields mean, bare or wrapped.</summary>
    public static Recurrence ReadFields(in ScheduleText schedule, Dialect dialect) =>
        RecurrenceReader.Read(schedule.Cron, Layout.Of(dialect.Layouts, schedule.Cron.Fields), dialect);
}
