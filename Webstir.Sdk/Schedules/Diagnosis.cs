using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Finds all problems of a schedule.</summary>
internal static class Diagnosis
{
    /// <summary>Who has so many mistakes will not read about more of them.</summary>
    private const int MaxFaults = 20;

    /// <summary>Each suggestion costs a validation of its own, and mending one of many faults seldom makes a schedule valid.</summary>
    private const int MaxSuggestions = 3;

    /// <summary>From here on, a sixth field is a year, not a day of the week.</summary>
    private const int FirstYear = 1970;

    public static IReadOnlyList<ScheduleProblem> Of(ScheduleValidation validation, ScheduleOptions options, Findings findings)
    {
        if (validation.IsValid)
            return Sort(Warnings.Of(validation.Schedule, options, findings), options);
        if (Assessment.IsChosen(options) && Assessment.Rows(options).Length == 0)
            return [.. Unknown(options, Severity.Error)];
        return Errors(validation, options, findings);
    }

    private static ScheduleProblem[] Errors(ScheduleValidation validation, ScheduleOptions options, Findings findings)
    {
        List<Refusal> refusals = Collect(validation.Schedule, options, findings);
        int suggestions = refusals.Count > MaxFaults ? 0 : MaxSuggestions;
        return
        [
            .. Unknown(options, Severity.Warning),
            .. refusals.OrderBy(refusal => refusal.Fault.Start).Take(MaxFaults)
                .Select((refusal, index) => ToError(refusal, validation.Schedule, index < suggestions ? options : null)),
        ];
    }

    private static ScheduleProblem[] Sort(List<ScheduleProblem> warnings, ScheduleOptions options)
    {
        if (Assessment.IsChosen(options))
            warnings.AddRange(Unknown(options, Severity.Warning));
        return warnings.Count < 2 ? [.. warnings] : [.. warnings.OrderBy(problem => problem.Column)];
    }

    private static IEnumerable<ScheduleProblem> Unknown(ScheduleOptions options, Severity severity) =>
        (options.Schedulers ?? []).Select(id => id ?? "").Where(id => Dialects.IndexOf(id) < 0).Select(id => new ScheduleProblem
        {
            Code = ScheduleCodes.UnknownScheduler,
            Severity = severity,
            Column = 1,
            Length = 0,
            Message = $"There is no scheduler '{Printable.Quote(id)}'. Known are {SetText.Join(Dialects.Ids, "and")}.",
        });

    private static List<Refusal> Collect(string schedule, ScheduleOptions options, Findings findings)
    {
        if (schedule.Length > Assessment.MaxLength)
            return [new Refusal(new Fault(FaultKind.TooLong, Assessment.MaxLength, schedule.Length - Assessment.MaxLength), Dialects.Union)];
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        if (CollectShared(text) is { Count: > 0 } shared)
            return shared;
        if (findings is { Row: >= 0, IsSound: true })
            return [NeverFires(text, findings.Row, options)];
        return Assessment.IsChosen(options) ? CollectChosen(text, options) : [Nearest(text, options)];
    }

    /// <summary>What is wrong for everybody.</summary>
    private static List<Refusal> CollectShared(in ScheduleText text)
    {
        var faults = new List<Fault>();
        Dialect union = UnionFor(text);
        if (text.Syntax is Syntax.Fields or Syntax.CronWrapper)
            CronJudge.CheckAll(text.Cron, union, faults);
        return [.. faults.Select(fault => new Refusal(fault, union))];
    }

    private static List<Refusal> CollectChosen(in ScheduleText text, ScheduleOptions options)
    {
        int[] rows = Assessment.Rows(options);
        var refusals = new List<Refusal>();
        foreach (int row in rows)
        {
            if (TextJudge.Check(text, Dialects.All[row]).IsNone)
                continue;
            // What would be let pass by accident is no less of a mistake where something else is refused.
            Dialect dialect = Assessment.SoundRow(row, options);
            refusals.Add(new Refusal(TextJudge.Check(text, dialect), dialect, IsNamed: rows.Length > 1));
        }

        return refusals;
    }

    private static Dialect UnionFor(in ScheduleText text)
    {
        if (text.Syntax == Syntax.CronWrapper)
            return Dialects.Portable[Dialects.IndexOf("eventbridge")];
        bool hasYear = text.Cron.Fields == 6 && text.Cron.Items[^1].Low.Number >= FirstYear;
        return hasYear ? Dialects.UnionYearLast : Dialects.Union;
    }

    /// <summary>The dialect that gets furthest before it gives up; one that knows the syntax first.</summary>
    private static Refusal Nearest(in ScheduleText text, ScheduleOptions options)
    {
        Refusal nearest = default;
        int furthest = -2;
        foreach (int row in Dialects.Rows)
        {
            Dialect dialect = Assessment.SoundRow(row, options);
            Fault fault = TextJudge.Check(text, dialect);
            int progress = fault.Kind switch { FaultKind.Syntax or FaultKind.ZonePrefix => -1, FaultKind.FieldCount => 0, _ => fault.Start };
            if (!fault.IsNone && progress > furthest)
                (nearest, furthest) = (new Refusal(fault, dialect), progress);
        }

        return nearest;
    }

    /// <summary>Why what a row accepts never runs: a mistake that it takes by accident, else a date that never comes.</summary>
    private static Refusal NeverFires(in ScheduleText text, int row, ScheduleOptions options)
    {
        Dialect dialect = Assessment.SoundRow(row, options);
        Fault accident = TextJudge.Check(text, dialect);
        return new Refusal(accident.IsNone ? ImpossibleDate(text, dialect) : accident, dialect);
    }

    private static Fault ImpossibleDate(in ScheduleText text, Dialect dialect)
    {
        int day = Layout.Of(dialect.Layouts, text.Cron.Fields).IndexOf(Field.Day);
        foreach (ref readonly Item item in text.Cron.Items)
        {
            if (item.Ordinal == day)
                return Fault.At(FaultKind.ImpossibleDate, item, Field.Day);
        }

        return new Fault(FaultKind.ImpossibleDate, 0, text.Text.Length);
    }

    /// <summary>An error; without options it gets no suggestion.</summary>
    private static ScheduleProblem ToError(Refusal refusal, string schedule, ScheduleOptions? options)
    {
        (Fault fault, Dialect dialect, bool isNamed) = refusal;
        string message = FaultText.Describe(fault, schedule, dialect);
        return new ScheduleProblem
        {
            Code = FaultCodes.Of(fault.Kind),
            Severity = Severity.Error,
            Field = fault.Field is { } field ? FieldNames.Of(field) : null,
            Column = fault.Start + 1,
            Length = Math.Min(fault.Length, schedule.Length - fault.Start),
            Message = isNamed ? $"{dialect.Name} refuses this schedule: {message}" : message,
            Suggestion = options is null ? null : Suggester.For(fault, schedule, dialect, options),
        };
    }

    /// <summary>A fault, whose rule it breaks, and whether to say so.</summary>
    private readonly record struct Refusal(Fault Fault, Dialect Dialect, bool IsNamed = false);
}
