namespace Webstir.Sdk.Schedules;

/// <summary>Warns of Webstir's own scheduler when it refuses a schedule that others take, and of what a chosen one takes by accident.</summary>
internal static class RefusalWarnings
{
    private static readonly int[] Webstir = [Dialects.IndexOf("webstir")];
    private static readonly int[] Rates = [Dialects.IndexOf("webstir"), Dialects.IndexOf("eventbridge")];

    public static void Add(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        bool isChosen = Assessment.IsChosen(context.Options);
        foreach (int row in isChosen ? Assessment.Rows(context.Options) : Asked(text))
        {
            // Without a choice, whoever lends a schedule its meaning takes it without any accident.
            if (!isChosen && row == context.Findings.Row)
                continue;
            Dialect dialect = Assessment.SoundRow(row, context.Options);
            Fault fault = TextJudge.Check(text, dialect);
            // A comment by accident has a warning of its own.
            bool isComment = isChosen && text.HasComment(Dialects.All[row]) && !text.HasComment(dialect);
            if (!fault.IsNone && !isComment)
                problems.Add(isChosen ? Accident(fault, dialect, context) : Refused(fault, dialect, context));
        }
    }

    private static ScheduleProblem Refused(Fault fault, Dialect dialect, WarningContext context) => context.Warn(
        FaultCodes.Of(fault.Kind),
        fault,
        $"{dialect.Name} refuses this schedule: {FaultText.Describe(fault, context.Schedule, dialect)}",
        RateRepair.Repair(context.Schedule) ?? EquivalentWriter.Write(context.Meaning, dialect));

    /// <summary>The engine's parser lets it pass; its documentation does not.</summary>
    private static ScheduleProblem Accident(Fault fault, Dialect dialect, WarningContext context) => context.Warn(
        FaultCodes.Of(fault.Kind),
        fault,
        $"{dialect.Name} takes this without a word, though it is a mistake: {FaultText.Describe(fault, context.Schedule, dialect)}",
        Suggester.For(fault, context.Schedule, dialect, context.Options));

    /// <summary>A rate is the syntax of EventBridge, so that is asked about one too.</summary>
    private static int[] Asked(in ScheduleText text) => text.Syntax == Syntax.Rate ? Rates : Webstir;
}
