namespace Webstir.Sdk.Schedules;

/// <summary>Warns of Webstir's own scheduler when it refuses a schedule that others take.</summary>
internal static class RefusalWarnings
{
    private static readonly int[] Webstir = [Dialects.IndexOf("webstir")];
    private static readonly int[] Rates = [Dialects.IndexOf("webstir"), Dialects.IndexOf("eventbridge")];

    public static void Add(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
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
    }

    /// <summary>A rate is the syntax of EventBridge, so that is asked about one too. All those chosen accept what is valid.</summary>
    private static int[] Asked(in ScheduleText text, WarningContext context)
    {
        if (Assessment.IsChosen(context.Options))
            return [];
        return text.Syntax == Syntax.Rate ? Rates : Webstir;
    }
}
