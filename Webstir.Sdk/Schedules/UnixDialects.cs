namespace Webstir.Sdk.Schedules;

/// <summary>Rows of the schedulers that follow crontab.</summary>
internal static class UnixDialects
{
    public static Dialect Crontab { get; } = new()
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
    };

    public static Dialect Kubernetes { get; } = new()
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
        Blanks = Blanks.Go,
        Macros = Macros.Seven,
        Extras = Extras.Every | Extras.PlusSign | Extras.AnyRangeIsAny,
        Clock = ClockRule.AsShown,
        Zone = ".spec.timeZone, else the zone of the controller manager",
    };

    public static Dialect GitHubActions { get; } = new()
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
    };

    public static Dialect CloudScheduler { get; } = new()
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
    };
}
