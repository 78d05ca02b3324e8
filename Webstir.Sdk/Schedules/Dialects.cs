namespace Webstir.Sdk.Schedules;

/// <summary>The table of dialects. To add a scheduler, add a row.</summary>
/// <remarks>
/// The order is that in which rows lend a schedule its meaning when no scheduler is chosen: ours first, then those that
/// share their field order and numbering with most others, the odd ones last.
/// </remarks>
internal static class Dialects
{
    private static readonly FormSet Unsettable = FormSet.Basic.With(Form.Unset, Form.UnsetStep);

    private static readonly FormSet Meaningful = FormSet.Everything
        .Without(Form.Empty, Form.BareStep, Form.AnyRange, Form.NearestWorkdayStep);

    private static readonly Dialect Croner = new()
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
        // Steps count from year 0, which is why it has to be in.
        MinYear = 0,
        MaxYear = 9999,
        Blanks = Blanks.All,
        Macros = Macros.Seven,
        MacroBlanks = Blanks.All,
        Extras = Extras.PlusMeansAnd | Extras.SundayEndsWeek | Extras.AnyCaseMacros,
        MinimumInterval = TimeSpan.FromSeconds(1),
        Zone = "the timezone option, else the zone of the process",
    };

    /// <summary>Every row.</summary>
    public static readonly Dialect[] All =
    [
        Croner with
        {
            Id = "webstir",
            Name = "Webstir",
            Link = "https://croner.56k.guru/usage/pattern/",
            Macros = Macros.Seven | Macros.Reboot,
            Extras = Croner.Extras | Extras.LooseRate,
        },
        new()
        {
            Id = "crontab",
            Name = "crontab",
            Link = "https://man7.org/linux/man-pages/man5/crontab.5.html",
            Layouts = Layouts.Five,
            Weekdays = WeekdayNumbers.ZeroToSeven,
            Time = FormSet.Basic,
            Day = FormSet.Basic,
            Month = FormSet.Basic,
            Weekday = FormSet.Basic,
            Reversed = ReversedRange.Empty,
            Steps = StepLimit.None,
            Days = DayRule.OrUnlessStar,
            Blanks = Blanks.Tab | Blanks.Loose | Blanks.Leading | Blanks.Trailing,
            Macros = Macros.Seven | Macros.Reboot,
            MacroBlanks = Blanks.Tab | Blanks.Loose | Blanks.Leading | Blanks.Trailing,
            Zone = "the zone of the host; a CRON_TZ line in cronie",
        },
        new()
        {
            Id = "kubernetes",
            Name = "Kubernetes",
            Link = "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax",
            Layouts = Layouts.Five,
            Weekdays = WeekdayNumbers.ZeroToSix,
            Time = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.AnyRange, Form.Empty),
            Day = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.AnyRange, Form.Empty),
            Month = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.AnyRange, Form.Empty),
            Weekday = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.AnyRange, Form.Empty),
            Reversed = ReversedRange.Refused,
            Steps = StepLimit.None,
            Days = DayRule.OrUnlessUnstepped,
            Blanks = Blanks.All,
            Macros = Macros.Seven,
            Extras = Extras.Every | Extras.PlusSign | Extras.AnyRangeIsAny,
            Zone = ".spec.timeZone, else the zone of the controller manager",
        },
        new()
        {
            Id = "github-actions",
            Name = "GitHub Actions",
            Link = "https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule",
            Layouts = Layouts.Five,
            Weekdays = WeekdayNumbers.ZeroToSix,
            Time = FormSet.Stepped,
            Day = FormSet.Stepped,
            Month = FormSet.Stepped,
            Weekday = FormSet.Stepped,
            Reversed = ReversedRange.Refused,
            Steps = StepLimit.FieldMax,
            Days = DayRule.Or,
            Extras = Extras.PlusSign,
            MinimumInterval = TimeSpan.FromMinutes(5),
            Zone = "the timezone key beside cron, else UTC",
        },
        new()
        {
            Id = "cloud-scheduler",
            Name = "Google Cloud Scheduler",
            Link = "https://cloud.google.com/scheduler/docs/configuring/cron-job-schedules",
            Layouts = Layouts.Five,
            Weekdays = WeekdayNumbers.ZeroToSeven,
            Time = FormSet.Basic,
            Day = FormSet.Basic,
            Month = FormSet.Basic,
            Weekday = FormSet.Basic,
            Reversed = ReversedRange.Refused,
            Steps = StepLimit.FieldMax,
            Days = DayRule.Or,
            Extras = Extras.English,
            Zone = "the job's time zone, by default Etc/UTC",
        },
        new()
        {
            Id = "bullmq",
            Name = "BullMQ",
            Link = "https://github.com/harrisiirak/cron-parser#cron-format",
            Layouts = Layouts.Five | Layouts.SecondFirst | Layouts.Fewer,
            Weekdays = WeekdayNumbers.ZeroToSeven,
            Time = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.Hash, Form.HashStep, Form.HashRange, Form.HashRangeStep),
            Day = FormSet.Stepped.With(
                Form.Unset, Form.UnsetStep, Form.Hash, Form.HashStep, Form.HashRange, Form.HashRangeStep, Form.Last),
            Month = FormSet.Stepped.With(Form.Unset, Form.UnsetStep, Form.Hash, Form.HashStep, Form.HashRange, Form.HashRangeStep),
            Weekday = FormSet.Stepped.With(
                Form.Unset, Form.UnsetStep, Form.Hash, Form.HashStep, Form.HashRange, Form.HashRangeStep, Form.LastOf, Form.Nth),
            FirstInList = FormSet.Everything.Without(Form.Nth),
            LaterInList = FormSet.Everything.Without(Form.Nth),
            Reversed = ReversedRange.Refused,
            Steps = StepLimit.None,
            Days = DayRule.Or,
            Blanks = Blanks.All,
            Macros = Macros.Seven & ~Macros.Midnight | Macros.Minutely | Macros.Secondly | Macros.Weekdays | Macros.Weekends,
            Extras = Extras.NoDuplicates | Extras.NoImpossibleDates | Extras.NamedStep | Extras.CapitalsOnly,
            MinimumInterval = TimeSpan.FromSeconds(1),
            Zone = "the tz option, else the zone of the process",
        },
        Croner,
        new()
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
            Zone = "RecurringJobOptions.TimeZone, by default UTC",
        },
        new()
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
            Blanks = Blanks.Tab | Blanks.Line | Blanks.Leading | Blanks.Trailing,
            Extras = Extras.TimeSpan,
            MinimumInterval = TimeSpan.FromSeconds(1),
            Zone = "WEBSITE_TIME_ZONE, by default UTC",
        },
        new()
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
            Zone = "ScheduleExpressionTimezone, by default UTC",
        },
        new()
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
                Form.NearestWorkday, Form.NearestWorkdayStep, Form.BareStep, Form.Empty),
            Month = FormSet.Stepped.With(Form.BareStep, Form.Empty),
            Weekday = FormSet.Stepped.With(Form.Unset, Form.Last, Form.LastOf, Form.Nth, Form.BareStep, Form.Empty),
            Year = FormSet.Stepped.With(Form.BareStep, Form.Empty),
            FirstInList = FormSet.Everything.Without(Form.LastOf, Form.Nth),
            LaterInList = FormSet.Everything.Without(Form.LastOf, Form.Nth),
            Reversed = ReversedRange.Wrapped,
            Steps = StepLimit.FieldMax,
            Days = DayRule.OrUnlessUnstepped,
            // A hundred years after the year of the measurement; Quartz counts them from today.
            MaxYear = 2126,
            Blanks = Blanks.All & ~Blanks.Unicode,
            Macros = Macros.Seven,
            MacroBlanks = Blanks.All & ~Blanks.Unicode,
            Extras = Extras.AnyCaseMacros | Extras.EmptyListHasValue | Extras.ClampsWorkdays | Extras.NoMixedRanges,
            MinimumInterval = TimeSpan.FromSeconds(1),
            Zone = "InTimeZone, by default the zone of the process",
        },
        new()
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
        },
        new()
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
            Blanks = Blanks.All,
            Macros = Macros.Seven,
            MacroBlanks = Blanks.All,
            Extras = Extras.Every | Extras.EveryPhase | Extras.ZonePrefix | Extras.Comment | Extras.GluedComment | Extras.PlusSign
                | Extras.OneToSevenLacksSunday,
            MinimumInterval = TimeSpan.FromSeconds(1),
            Zone = "timezone_name or a CRON_TZ prefix, by default UTC",
        },
    ];

    /// <summary>Rows without what a scheduler accepts by accident and reads as something nobody wrote.</summary>
    public static readonly Dialect[] Sound = [.. All.Select(Sober)];

    /// <summary>The same without reversed ranges, which no two schedulers need agree on.</summary>
    public static readonly Dialect[] Portable = [.. Sound.Select(dialect => dialect with { Reversed = ReversedRange.Refused })];

    /// <summary>A dialect that knows everything that some scheduler knows, for diagnoses.</summary>
    public static readonly Dialect Union = Croner with
    {
        Id = "",
        Name = "Cron",
        Layouts = Layouts.Five | Layouts.SecondFirst | Layouts.Seven,
        MonthNames = NameRule.Prefix,
        WeekdayNames = NameRule.Prefix,
        Time = Meaningful,
        Day = Meaningful,
        Month = Meaningful,
        Weekday = Meaningful,
        Year = Meaningful,
        FirstInList = FormSet.Everything,
        LaterInList = FormSet.Everything,
        Steps = StepLimit.None,
    };

    /// <summary>The same with the year as the sixth field.</summary>
    public static readonly Dialect UnionYearLast = Union with { Layouts = Layouts.YearLast };

    /// <summary>Indexes of all rows.</summary>
    public static readonly int[] Rows = [.. Enumerable.Range(0, All.Length)];

    /// <summary>Identifiers in the order of <see cref="All"/>.</summary>
    public static readonly string[] Ids = [.. All.Select(dialect => dialect.Id)];

    /// <summary>Row of an identifier; -1 for none.</summary>
    public static int IndexOf(string id) => Array.IndexOf(Ids, id);

    private static Dialect Sober(Dialect dialect) => dialect with
    {
        Layouts = dialect.Layouts & ~Layouts.Fewer,
        Time = Sober(dialect.Time),
        Day = Sober(dialect.Day),
        Month = Sober(dialect.Month),
        Weekday = Sober(dialect.Weekday),
        Year = Sober(dialect.Year),
        Reversed = dialect.Reversed is ReversedRange.Wrapped or ReversedRange.WrappedEarly ? dialect.Reversed : ReversedRange.Refused,
        Steps = dialect.Steps == StepLimit.Anything ? StepLimit.None : dialect.Steps,
        Extras = dialect.Extras & ~(Extras.TimeSpan | Extras.PlusSign | Extras.GluedComment),
    };

    private static FormSet Sober(FormSet forms) =>
        forms.Without(Form.Empty, Form.BareStep, Form.AnyRange, Form.NearestWorkdayStep);
}
