namespace Webstir.Sdk.Schedules;

/// <summary>Puts into words what one scheduler makes of a schedule.</summary>
internal static class VerdictWriter
{
    public static SchedulerVerdict Write(string schedule, Findings findings, int row)
    {
        Dialect dialect = Dialects.All[row];
        var link = new Uri(dialect.Link);
        string? equivalent = findings.Meaning is { NeverFires: false } wanted ? EquivalentWriter.Write(wanted, dialect) : null;
        if ((findings.Accepted & 1 << row) == 0)
            return new SchedulerVerdict { Accepted = false, Link = link, Reason = Reason(schedule, dialect), Equivalent = equivalent };
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var meaning = MeaningReader.Read(ScheduleText.Read(schedule, items), dialect);
        return findings.Meaning == meaning
            ? new SchedulerVerdict { Accepted = true, Link = link, Equivalent = schedule }
            : new SchedulerVerdict { Accepted = true, Link = link, Meaning = Describer.Describe(meaning), Equivalent = equivalent };
    }

    private static string Reason(string schedule, Dialect dialect)
    {
        if (schedule.Length > Assessment.MaxLength)
            return FaultText.Describe(new Fault(FaultKind.TooLong), schedule, dialect);
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        return FaultText.Describe(TextJudge.Check(ScheduleText.Read(schedule, items), dialect), schedule, dialect);
    }
}
