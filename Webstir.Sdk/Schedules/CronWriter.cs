namespace Webstir.Sdk.Schedules;

/// <summary>Writes a pattern as cron fields of a dialect.</summary>
internal static class CronWriter
{
    /// <summary>Fields that the dialect reads as this very pattern; <see langword="null"/> when it has none.</summary>
    public static string? Write(Recurrence recurrence, Dialect dialect)
    {
        string? text = recurrence.Picked == 0 ? WriteFields(recurrence, dialect) : null;
        if (text is null)
            return null;
        if (dialect.Has(Extras.CronWrapper))
            text = $"cron({text})";
        // An odd set of years can fill more than any scheduler takes.
        return text.Length <= Assessment.MaxLength && IsReadAs(text, recurrence, dialect) ? text : null;
    }

    private static bool IsReadAs(string text, Recurrence recurrence, Dialect dialect)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(text)];
        var schedule = ScheduleText.Read(text, items);
        return !schedule.HasComment(dialect) && TextJudge.Check(schedule, dialect).IsNone && MeaningReader.ReadFields(schedule, dialect) == recurrence;
    }

    private static string? WriteFields(Recurrence recurrence, Dialect dialect)
    {
        bool hasSeconds = recurrence.Seconds != 1;
        bool hasYears = recurrence.Years is not null;
        string five = WriteFive(recurrence, dialect);
        string seconds = FieldWriter.Write(recurrence.Seconds, 0, 59);
        string years = FieldWriter.WriteYear(recurrence);
        if (!hasSeconds && !hasYears && Knows(dialect, Layouts.Five))
            return five;
        if (!hasYears && Knows(dialect, Layouts.SecondFirst))
            return $"{seconds} {five}";
        // Where there are seven fields too, six are easily taken for those with the seconds first.
        if (!hasSeconds && Knows(dialect, Layouts.YearLast) && !Knows(dialect, Layouts.Seven))
            return $"{five} {years}";
        return Knows(dialect, Layouts.Seven) ? $"{seconds} {five} {years}" : null;
    }

    private static string WriteFive(Recurrence recurrence, Dialect dialect)
    {
        string minutes = FieldWriter.Write(recurrence.Minutes, 0, 59);
        string hours = FieldWriter.Write(recurrence.Hours, 0, 23);
        string months = FieldWriter.Write((ulong)recurrence.Months, 1, 12);
        string day = FieldWriter.WriteDay(recurrence);
        string weekday = FieldWriter.WriteWeekday(recurrence);
        if (WantsUnset(dialect))
            (day, weekday) = weekday == "*" ? (day, "?") : day == "*" ? ("?", weekday) : (day, weekday);
        else if (dialect.Has(Extras.PlusMeansAnd) && !recurrence.IsEitherDay && day != "*" && weekday != "*")
            weekday = "+" + weekday;
        return $"{minutes} {hours} {day} {months} {weekday}";
    }

    /// <summary>AWS demands a question mark; Quartz up to version 3 did, and every version understands one.</summary>
    private static bool WantsUnset(Dialect dialect) => dialect.Days == DayRule.OneUnset || !Knows(dialect, Layouts.Five);

    private static bool Knows(Dialect dialect, Layouts layout) => (dialect.Layouts & layout) != 0;
}
