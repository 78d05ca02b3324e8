namespace Webstir.Sdk.Schedules;

/// <summary>Rows of hosted schedulers with rules of their own.</summary>
internal static class CloudDialects
{
    public static Dialect EventBridge { get; } = new()
    {
        Id = "eventbridge",
        Name = "EventBridge Scheduler",
        Link = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
        Layouts = Layouts.YearLast,
        Weekdays = WeekdayNumbers.OneToSeven,
        Time = FormSet.Stepped,
        Day = FormSet.Stepped.With(Form.Unset, Form.Last, Form.NearestWorkday),
        Month = FormSet.Stepped,
        Weekday = FormSet.Stepped.With(Form.Unset, Form.Last, Form.LastOf, Form.Nth),
        FirstInList = FormSet.Stepped,
        LaterInList = FormSet.Stepped,
        Reversed = ReversedRange.Wrapped,
        Steps = StepLimit.FieldMax,
        Days = DayRule.OneUnset,
        MaxYear = 2199,
        Extras = Extras.CronWrapper | Extras.Rate | Extras.At,
        Clock = ClockRule.Skipped,
        Zone = "ScheduleExpressionTimezone, by default UTC",
    };

    public static Dialect Cloudflare { get; } = new()
    {
        Id = "cloudflare",
        Name = "Cloudflare Workers",
        Link = "https://developers.cloudflare.com/workers/configuration/cron-triggers/#supported-cron-expressions",
        Layouts = Layouts.Five,
        Weekdays = WeekdayNumbers.OneToSeven,
        Time = FormSet.Stepped.With(Form.AnyRange),
        Day = FormSet.Stepped.With(
            Form.AnyRange, Form.Last, Form.LastOffset, Form.LastWorkday, Form.LastOffsetWorkday, Form.NearestWorkday),
        Month = FormSet.Stepped.With(Form.AnyRange),
        Weekday = FormSet.Stepped.With(Form.AnyRange, Form.Last, Form.LastOf, Form.Nth),
        FirstInList = FormSet.Stepped.Without(Form.Any),
        LaterInList = FormSet.Stepped.With(Form.AnyRange),
        Reversed = ReversedRange.WrappedEarly,
        Steps = StepLimit.FieldSpan,
        Days = DayRule.Or,
        MinOffset = 1,
        Blanks = Blanks.Tab | Blanks.Loose,
        Extras = Extras.CapitalsOnly,
        Zone = "always UTC",
    };

    public static Dialect Temporal { get; } = new()
    {
        Id = "temporal",
        Name = "Temporal",
        Link = "https://docs.temporal.io/schedule#schedule-spec",
        Layouts = Layouts.Five | Layouts.YearLast | Layouts.Seven,
        Weekdays = WeekdayNumbers.ZeroToSeven,
        MonthNames = NameRule.Prefix,
        WeekdayNames = NameRule.Prefix,
        Time = FormSet.Stepped,
        Day = FormSet.Stepped,
        Month = FormSet.Stepped,
        Weekday = FormSet.Stepped,
        Reversed = ReversedRange.Refused,
        Steps = StepLimit.PositiveInt32,
        Days = DayRule.And,
        MinYear = 2000,
        MaxYear = 2100,
        Blanks = Blanks.Go,
        Macros = Macros.Seven,
        MacroBlanks = Blanks.Go,
        Extras = Extras.Every | Extras.EveryPhase | Extras.ZonePrefix | Extras.Comment | Extras.GluedComment | Extras.PlusSign
            | Extras.OneToSevenLacksSunday,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Clock = ClockRule.AsShown,
        Zone = "timezone_name or a CRON_TZ prefix, by default UTC",
    };
}
