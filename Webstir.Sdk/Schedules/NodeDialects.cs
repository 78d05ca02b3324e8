namespace Webstir.Sdk.Schedules;

/// <summary>Rows of the schedulers for Node, ours among them.</summary>
internal static class NodeDialects
{
    private static readonly FormSet Unsettable = FormSet.Basic.With(Form.Unset, Form.UnsetStep);

    private static readonly FormSet Hashed = FormSet.Stepped.With(
        Form.Unset, Form.UnsetStep, Form.Hash, Form.HashStep, Form.HashRange, Form.HashRangeStep);

    public static Dialect Croner { get; } = new()
    {
        Id = "croner",
        Name = "croner",
        Link = "https://croner.56k.guru/usage/pattern/",
        Layouts = Layouts.Five | Layouts.SecondFirst | Layouts.Seven,
        Weekdays = WeekdayNumbers.ZeroToSeven,
        Time = Unsettable,
        Day = Unsettable.With(Form.Last, Form.LastWorkday, Form.NearestWorkday),
        Month = Unsettable,
        Weekday = Unsettable.With(Form.LastOf, Form.RangeLast, Form.Nth, Form.NthLast, Form.RangeNth),
        Year = Unsettable,
        FirstInList = FormSet.Everything.Without(Form.LastWorkday),
        LaterInList = FormSet.Everything.Without(Form.LastWorkday),
        Reversed = ReversedRange.Refused,
        Steps = StepLimit.FieldCount,
        Days = DayRule.Or,
        MinYear = 1,
        MaxYear = 9999,
        Blanks = Blanks.JavaScript,
        Macros = Macros.Seven,
        MacroBlanks = Blanks.JavaScript,
        Extras = Extras.PlusMeansAnd | Extras.SundayEndsWeek | Extras.AnyCaseMacros | Extras.UnreachedEnds
            | Extras.StepsFromYearZero,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Clock = ClockRule.OnceIfAlone,
        Zone = "the timezone option, else the zone of the process",
    };

    /// <summary>The local watcher runs cron fields through croner.</summary>
    public static Dialect Webstir { get; } = Croner with
    {
        Id = "webstir",
        Name = "Webstir",
        Layouts = Layouts.Five | Layouts.SecondFirst,
        Macros = Macros.Seven | Macros.Reboot,
        Extras = Croner.Extras | Extras.LooseRate,
    };

    public static Dialect BullMq { get; } = new()
    {
        Id = "bullmq",
        Name = "BullMQ",
        Link = "https://github.com/harrisiirak/cron-parser#cron-format",
        Layouts = Layouts.Five | Layouts.SecondFirst | Layouts.Fewer,
        Weekdays = WeekdayNumbers.ZeroToSeven,
        Time = Hashed,
        Day = Hashed.With(Form.Last),
        Month = Hashed,
        Weekday = Hashed.With(Form.LastOf, Form.Nth),
        FirstInList = FormSet.Everything.Without(Form.Nth),
        LaterInList = FormSet.Everything.Without(Form.Nth),
        Reversed = ReversedRange.Refused,
        Steps = StepLimit.None,
        Days = DayRule.Or,
        Blanks = Blanks.JavaScript,
        Macros = Macros.Seven & ~Macros.Midnight | Macros.Minutely | Macros.Secondly | Macros.Weekdays | Macros.Weekends,
        Extras = Extras.NoDuplicates | Extras.NoImpossibleDates | Extras.NamedStep | Extras.CapitalsOnly,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Clock = ClockRule.Later,
        Zone = "the tz option, else the zone of the process",
    };
}
