namespace Webstir.Sdk.Schedules;

/// <summary>Puts into words what one scheduler makes of a schedule.</summary>
internal static class VerdictWriter
{
    public static SchedulerVerdict Write(string schedule, Findings findings, int row)
    {
        Dialect dialect = Dialects.All[row];
        if ((findings.Accepted & 1 << row) == 0)
            return new SchedulerVerdict { Accepted = false, Reason = Reason(schedule, dialect) };
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var meaning = MeaningReader.Read(ScheduleText.Read(schedule, items), dialect);
        bool isSame = findings.Meaning is { } common && common == meaning;
        return new SchedulerVerdict { Accepted = true, Meaning = isSame ? null : Describer.Describe(meaning), Equivalent = isSame ? schedule : null };
    }

    private static string Reason(string schedule, Dialect dialect)
    {
        if (schedule.Length > Assessment.MaxLength)
            return FaultText.Describe(new Fault(FaultKind.TooLong), schedule, dialect);
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        return FaultText.Describe(TextJudge.Check(ScheduleText.Read(schedule, items), dialect), schedule, dialect);
    }
}
