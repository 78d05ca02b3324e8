namespace Webstir.Sdk.Schedules;

/// <summary>Dialects that no scheduler speaks: what all accept, and what none refuses.</summary>
internal static class DialectBounds
{
    private static readonly FormSet Everything = FormSet.Everything;

    /// <summary>Items that every dialect with five bare fields accepts, and everyone with seconds first.</summary>
    public static readonly Dialect Core = new()
    {
        Id = "",
        Name = "Cron",
        Link = "about:blank",
        Layouts = Layouts.Five | Layouts.SecondFirst,
        Weekdays = WeekdayNumbers.OneToSix,
        Time = FormSet.Basic,
        Day = FormSet.Basic,
        Month = FormSet.Basic,
        Weekday = FormSet.Basic,
        FirstInList = FormSet.Of(Form.Value, Form.Range),
        LaterInList = FormSet.Of(Form.Value, Form.Range),
        Reversed = ReversedRange.Refused,
        Steps = StepLimit.FieldSpan,
        Days = DayRule.Or,
        MaxDigits = 2,
        Extras = Extras.NoDuplicates | Extras.NoImpossibleDates | Extras.NoMixedRanges,
        Zone = "",
    };

    /// <summary>Five fields that a dialect may accept: what this one refuses, all refuse, unless they see a comment.</summary>
    public static readonly Dialect Loosest = Core with
    {
        Weekdays = WeekdayNumbers.ZeroToSeven,
        MonthNames = NameRule.AnyPrefix,
        WeekdayNames = NameRule.AnyPrefix,
        Time = Everything,
        Day = Everything,
        Month = Everything,
        Weekday = Everything,
        FirstInList = Everything,
        LaterInList = Everything,
        Reversed = ReversedRange.Wrapped,
        Steps = StepLimit.Unchecked,
        MaxDigits = int.MaxValue,
        Blanks = Blanks.All,
        Extras = Extras.PlusSign | Extras.PlusMeansAnd | Extras.NamedStep | Extras.AnyRangeIsAny | Extras.UnreachedEnds,
    };

    /// <summary>Rows that accept whatever <see cref="Core"/> accepts.</summary>
    public static readonly int CoreRows = Dialects.Rows
        .Where(row => (Dialects.All[row].Layouts & Layouts.Five) != 0 && !Dialects.All[row].Has(Extras.CronWrapper))
        .Sum(row => 1 << row);
}
