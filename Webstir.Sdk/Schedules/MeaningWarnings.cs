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
        foreach (int row in Dialects.Rows)
        {
            Dialect dialect = Dialects.All[row];
            if (!context.Accepting.Contains(row) || dialect.MinimumInterval <= shortest)
                continue;
            problems.Add(context.Warn(
                ScheduleCodes.TooFrequent,
                new Fault(FaultKind.Form, 0, context.Schedule.Length),
                $"{dialect.Name} runs a schedule every {SetText.Number((int)dialect.MinimumInterval.TotalMinutes)} minutes at most."));
        }
    }

    private static void AddComment(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        int index = text.Text.IndexOf('#');
        if (index < 0 || context.Accepting.And(Dialects.WithGluedComment).IsEmpty)
            return;
        bool isMeant = text.Text[..index].TrimEnd().Length < index || !context.Reader.Has(Extras.GluedComment);
        if (context.Reader.Has(Extras.Comment) && isMeant)
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
            && !context.AcceptingAnywhere.And(Dialects.WithSecondFirst).IsEmpty
            && !context.Accepting.And(Dialects.WithYearLast).IsEmpty;
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
        bool countsFromOne = Dialects.CountingFromOne.Contains(context.Findings.Row);
        RowSet others = countsFromOne
            ? context.Accepting.Except(Dialects.CountingFromOne)
            : context.Accepting.And(Dialects.CountingFromOne);
        if (others.IsEmpty && !countsFromOne)
            return;
        string counts = others.IsEmpty || !countsFromOne ? "Sunday is 1 there, Monday 2" : "Sunday is 0 there, not 1";
        string names = others.IsEmpty ? context.Reader.Name : others.Names();
        problems.Add(context.Warn(
            ScheduleCodes.NumericWeekday,
            place,
            $"With {names} numbers mean other days of the week: {counts}. Names mean the same everywhere.",
            WeekdayRepair.Name(text.Cron, context.Reader)));
    }

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
        int either = 0;
        int depending = 0;
        foreach (int row in Dialects.Rows)
        {
            Dialect dialect = Dialects.All[row];
            ReadOnlySpan<Field> layout = Layout.Of(dialect.Layouts, text.Cron.Fields);
            if (layout.IsEmpty || !context.Accepting.Contains(row) || !RecurrenceReader.DependsOnJoin(text.Cron, layout, dialect))
                continue;
            depending |= 1 << row;
            either |= DayJoin.IsEither(text.Cron, layout, dialect) ? 1 << row : 0;
        }

        if (either == 0 || either == depending)
            return;
        var those = new RowSet(either);
        problems.Add(context.Warn(
            ScheduleCodes.BothDays,
            Places.Of(text.Cron, Field.Weekday, context.Reader),
            $"Both day fields are set. {those.Names()} run when either matches, {new RowSet(depending).Except(those).Names()} when both do; "
                + $"here {(those.Contains(context.Findings.Row) ? "either" : "both")} is meant."));
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
            return CronJudge.Check(text.Cron, Dialects.Portable[context.Findings.Row]);
        Fault fault = context.Reader.Has(Extras.SundayEndsWeek) ? SundayRange.Find(text.Cron) : default;
        return !fault.IsNone && !context.Accepting.Except(Dialects.WithSundayAtEnd).IsEmpty ? fault : default;
    }
}
