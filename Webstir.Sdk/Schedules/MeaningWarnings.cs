namespace Webstir.Sdk.Schedules;

/// <summary>Warns of schedulers that accept a schedule and read something else.</summary>
internal static class MeaningWarnings
{
    public static void Add(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        if (text.Syntax == Syntax.Macro)
            AddMacroCase(text, context, problems);
        AddTooFrequent(context, problems);
        if (text.Cron.Items.IsEmpty)
            return;
        AddComment(text, context, problems);
        AddSixFields(text, context, problems);
        AddWeekdays(text, context, problems);
        AddBothDays(text, context, problems);
        AddReversed(text, context, problems);
    }

    private static void AddMacroCase(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        ReadOnlySpan<char> name = text.Text.Trim();
        if (!name.ContainsAnyInRange('A', 'Z'))
            return;
        string lower = MacroTable.Name(MacroTable.Find(name));
        problems.Add(context.Warn(
            ScheduleCodes.MacroCase,
            new Fault(FaultKind.MacroCase, text.Text.IndexOf('@'), name.Length),
            $"'{name}' has capitals. crontab, Kubernetes, Temporal and BullMQ take macros in lower case only.",
            lower));
    }

    private static void AddTooFrequent(WarningContext context, List<ScheduleProblem> problems)
    {
        // Without a choice nobody is known to be too slow.
        if (!Assessment.IsChosen(context.Options) || Frequency.Shortest(context.Meaning) is not { } shortest)
            return;
        foreach (Dialect dialect in context.Accepting.Where(dialect => dialect.MinimumInterval > shortest))
        {
            problems.Add(context.Warn(
                ScheduleCodes.TooFrequent,
                new Fault(FaultKind.Form, 0, context.Schedule.Length),
                $"{dialect.Name} runs a schedule every {SetText.Number((int)dialect.MinimumInterval.TotalMinutes)} minutes at most."));
        }
    }

    private static void AddComment(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        int index = text.Text.IndexOf('#');
        if (index < 0 || context.Reader.Has(Extras.Comment) || !context.Accepting.Any(dialect => dialect.Has(Extras.GluedComment)))
            return;
        problems.Add(context.Warn(
            ScheduleCodes.Comment,
            new Fault(FaultKind.Form, index, text.Text.Length - index, Field.Weekday),
            "Temporal takes everything from # for a comment, and runs on every such day of the week."));
    }

    private static void AddSixFields(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        // Even if Temporal alone is chosen: somebody who took the fields from elsewhere means seconds.
        bool isAmbiguous = text.Cron.Fields == 6
            && context.AcceptingAnywhere.Any(dialect => (dialect.Layouts & Layouts.SecondFirst) != 0)
            && context.Accepting.Any(dialect => (dialect.Layouts & Layouts.YearLast) != 0);
        if (!isAmbiguous)
            return;
        problems.Add(context.Warn(
            ScheduleCodes.SixFields,
            Fault.At(FaultKind.FieldCount, text.Cron.Items[0], Field.Second),
            "Six fields start with seconds for most schedulers, but Temporal reads minutes first and a year last. Write five fields, or seven.",
            EquivalentWriter.Write(context.Meaning, Dialects.All[Dialects.IndexOf("kubernetes")])));
    }

    private static void AddWeekdays(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        if (FirstNumber(text.Cron, context.Reader) is not { IsNone: false } place)
            return;
        List<Dialect> others = [.. context.Accepting.Where(dialect => CountsFromOne(dialect) != CountsFromOne(context.Reader))];
        if (others.Count == 0 && !CountsFromOne(context.Reader))
            return;
        string counts = others.Count == 0 || !CountsFromOne(context.Reader) ? "Sunday is 1 there, Monday 2" : "Sunday is 0 there, not 1";
        string names = WarningContext.NamesOf(others.Count == 0 ? [context.Reader] : others);
        problems.Add(context.Warn(
            ScheduleCodes.NumericWeekday,
            place,
            $"With {names} numbers mean other days of the week: {counts}. Names mean the same everywhere.",
            WeekdayRepair.Name(context.Schedule, context.Reader)));
    }

    private static bool CountsFromOne(Dialect dialect) => dialect.Weekdays == WeekdayNumbers.OneToSeven;

    private static Fault FirstNumber(in CronText cron, Dialect dialect)
    {
        int weekday = Layout.Of(dialect.Layouts, cron.Fields).IndexOf(Field.Weekday);
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == weekday && item.Low is { Length: > 0, IsWord: false })
                return Fault.At(FaultKind.Number, item, Field.Weekday);
        }

        return default;
    }

    private static void AddBothDays(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        ReadOnlySpan<Field> own = Layout.Of(context.Reader.Layouts, text.Cron.Fields);
        if (DayJoin.IsUnset(text.Cron, own, Field.Day) || DayJoin.IsUnset(text.Cron, own, Field.Weekday))
            return;
        List<Dialect> either = [];
        List<Dialect> both = [];
        foreach (Dialect dialect in context.Accepting)
        {
            ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, text.Cron.Fields);
            if (!layout.IsEmpty && RecurrenceReader.DependsOnJoin(text.Cron, layout, dialect))
                (DayJoin.IsEither(text.Cron, layout, dialect) ? either : both).Add(dialect);
        }

        if (either.Count == 0 || both.Count == 0)
            return;
        problems.Add(context.Warn(
            ScheduleCodes.BothDays,
            Places.Of(text.Cron, Field.Weekday, context.Reader),
            $"Both day fields are set. {WarningContext.NamesOf(either)} run when either matches, {WarningContext.NamesOf(both)} when both do; "
                + $"here {(either.Contains(context.Reader) ? "either" : "both")} is meant."));
    }

    private static void AddReversed(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        Fault fault = FindReversed(text, context);
        if (fault.Kind != FaultKind.Reversed)
            return;
        string? list = ItemRepair.SpellOut(context.Schedule, fault, context.Reader);
        problems.Add(context.Warn(
            ScheduleCodes.ReversedRange, fault, FaultText.Describe(fault, context.Schedule, context.Reader), list));
    }

    private static Fault FindReversed(in ScheduleText text, WarningContext context)
    {
        if (context.Reader.Reversed != ReversedRange.Refused)
            return CronJudge.Check(text.Cron, context.Reader with { Reversed = ReversedRange.Refused });
        bool isDisputed = context.Reader.Has(Extras.SundayEndsWeek) && context.Accepting.Any(dialect => !dialect.Has(Extras.SundayEndsWeek));
        return isDisputed ? SundayRange.Find(text.Cron) : default;
    }
}
