namespace Webstir.Sdk.Schedules;

/// <summary>Warns of schedulers that refuse a schedule which others take: those chosen, else Webstir's own.</summary>
internal static class RefusalWarnings
{
    public static List<ScheduleProblem> Of(in ScheduleText text, WarningContext context)
    {
        var problems = new List<ScheduleProblem>();
        foreach (int row in Asked(text, context))
        {
            Dialect dialect = Assessment.SoundRow(row, context.Options);
            Fault fault = TextJudge.Check(text, dialect);
            if (fault.IsNone)
                continue;
            string message = $"{dialect.Name} refuses this schedule: {FaultText.Describe(fault, context.Schedule, dialect)}";
            string? suggestion = RateRepair.Repair(context.Schedule) ?? EquivalentWriter.Write(context.Meaning, dialect);
            problems.Add(context.Warn(FaultCodes.Of(fault.Kind), fault, message, suggestion));
        }

        return problems;
    }

    /// <summary>A rate is the syntax of EventBridge, so that is asked about one too.</summary>
    private static IEnumerable<int> Asked(in ScheduleText text, WarningContext context)
    {
        if (Assessment.IsChosen(context.Options))
            return Assessment.Rows(context.Options);
        return text.Syntax == Syntax.Rate ? [0, Dialects.IndexOf("eventbridge")] : [0];
    }
}
