namespace Webstir.Sdk.Schedules;

/// <summary>Rows of the schedulers for .NET.</summary>
internal static class DotNetDialects
{
    public static Dialect Hangfire { get; } = new()
    {
        Id = "hangfire",
        Name = "Hangfire",
        Link = "https://github.com/HangfireIO/Cronos#cron-format",
        Layouts = Layouts.Five | Layouts.SecondFirst,
        Weekdays = WeekdayNumbers.ZeroToSeven,
        Time = FormSet.Stepped.With(Form.Unset, Form.UnsetStep),
        Day = FormSet.Stepped.With(
            Form.Unset, Form.UnsetStep, Form.Last, Form.LastOffset, Form.LastWorkday, Form.LastOffsetWorkday, Form.NearestWorkday),
        Month = FormSet.Stepped.With(Form.Unset, Form.UnsetStep),
        Weekday = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.LastOf, Form.Nth),
        FirstInList = FormSet.Of(Form.Value, Form.ValueStep, Form.Range, Form.RangeStep),
        LaterInList = FormSet.Of(Form.Value, Form.ValueStep, Form.Range, Form.RangeStep),
        Reversed = ReversedRange.Wrapped,
        Steps = StepLimit.FieldMax,
        Days = DayRule.And,
        MaxDigits = 2,
        Blanks = Blanks.Tab | Blanks.Loose | Blanks.Leading | Blanks.Trailing,
        Macros = Macros.Seven | Macros.EveryMinute | Macros.EverySecond,
        MacroBlanks = Blanks.Tab | Blanks.Loose | Blanks.Trailing,
        Extras = Extras.AnyCaseMacros,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Clock = ClockRule.OnceUnlessInterval,
        Zone = "RecurringJobOptions.TimeZone, by default UTC",
    };

    public static Dialect AzureFunctions { get; } = new()
    {
        Id = "azure-functions",
        Name = "Azure Functions",
        Link = "https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions",
        Layouts = Layouts.Five | Layouts.SecondFirst,
        Weekdays = WeekdayNumbers.ZeroToSix,
        MonthNames = NameRule.AnyPrefix,
        WeekdayNames = NameRule.AnyPrefix,
        Time = FormSet.Stepped,
        Day = FormSet.Stepped,
        Month = FormSet.Stepped,
        Weekday = FormSet.Stepped,
        Reversed = ReversedRange.Swapped,
        Steps = StepLimit.Anything,
        Days = DayRule.And,
        Blanks = Blanks.Tab | Blanks.Line | Blanks.Leading | Blanks.Trailing | Blanks.Glued,
        Extras = Extras.TimeSpan,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Zone = "WEBSITE_TIME_ZONE, by default UTC",
    };

    public static Dialect Quartz { get; } = new()
    {
        Id = "quartz",
        Name = "Quartz.NET",
        Link = "https://www.quartz-scheduler.net/documentation/quartz-4.x/tutorial/crontriggers.html",
        Layouts = Layouts.SecondFirst | Layouts.Seven,
        Weekdays = WeekdayNumbers.OneToSeven,
        MonthNames = NameRule.Prefix,
        Time = FormSet.Stepped.With(Form.BareStep, Form.Empty),
        Day = FormSet.Stepped.With(
            Form.Unset, Form.Last, Form.LastOffset, Form.LastWorkday, Form.LastOffsetWorkday,
            Form.LastWorkdayOffset, Form.NearestWorkday, Form.NearestWorkdayStep, Form.BareStep, Form.Empty),
        Month = FormSet.Stepped.With(Form.BareStep, Form.Empty),
        Weekday = FormSet.Stepped.With(Form.Unset, Form.Last, Form.LastOf, Form.Nth, Form.BareStep, Form.Empty),
        Year = FormSet.Stepped.With(Form.BareStep, Form.Empty),
        FirstInList = FormSet.Everything.Without(Form.LastOf, Form.Nth),
        LaterInList = FormSet.Everything.Without(Form.LastOf, Form.Nth),
        Reversed = ReversedRange.Wrapped,
        Steps = StepLimit.FieldMax,
        Days = DayRule.OrUnlessStepless,
        // A hundred years from when this was measured.
        MaxYear = 2126,
        Blanks = Blanks.Go & ~Blanks.Glued,
        Macros = Macros.Seven,
        MacroBlanks = Blanks.Go,
        Extras = Extras.AnyCaseMacros | Extras.EmptyLists | Extras.ClampsWorkdays | Extras.NoMixedRanges
            | Extras.BareMonths | Extras.RangesToZero,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Clock = ClockRule.OnceUnlessInterval,
        Zone = "InTimeZone, by default the zone of the process",
    };
}
