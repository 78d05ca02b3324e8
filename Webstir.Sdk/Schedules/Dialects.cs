using System.Collections.ObjectModel;

namespace Webstir.Sdk.Schedules;

/// <summary>The table of dialects. To add a scheduler, add a row.</summary>
/// <remarks>
/// The order is that in which rows lend a schedule its meaning when no scheduler is chosen: ours first, then those that
/// share their field order and numbering with most others, the odd ones last.
/// </remarks>
internal static class Dialects
{
    private static readonly FormSet Meaningful = FormSet.Everything
        .Without(Form.Empty, Form.BareStep, Form.AnyRange, Form.NearestWorkdayStep);

    /// <summary>Every row.</summary>
    public static readonly Dialect[] All =
    [
        NodeDialects.Webstir,
        UnixDialects.Crontab,
        UnixDialects.Kubernetes,
        UnixDialects.GitHubActions,
        UnixDialects.CloudScheduler,
        NodeDialects.BullMq,
        NodeDialects.Croner,
        DotNetDialects.Hangfire,
        DotNetDialects.AzureFunctions,
        CloudDialects.EventBridge,
        DotNetDialects.Quartz,
        CloudDialects.Cloudflare,
        CloudDialects.Temporal,
    ];

    /// <summary>Rows without what a scheduler accepts by accident and reads as something nobody wrote.</summary>
    public static readonly Dialect[] Sound = Array.ConvertAll(All, Sober);

    /// <summary>The same without reversed ranges, which no two schedulers need agree on.</summary>
    public static readonly Dialect[] Portable = Array.ConvertAll(Sound, dialect => dialect with { Reversed = ReversedRange.Refused });

    /// <summary>A dialect that knows everything that some scheduler knows, for diagnoses.</summary>
    public static readonly Dialect Union = NodeDialects.Croner with
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

    public static readonly RowSet WithSecondFirst = Those(dialect => (dialect.Layouts & Layouts.SecondFirst) != 0);

    public static readonly RowSet WithYearLast = Those(dialect => (dialect.Layouts & Layouts.YearLast) != 0);

    public static readonly RowSet WithGluedComment = Those(dialect => dialect.Has(Extras.GluedComment));

    public static readonly RowSet WithSundayAtEnd = Those(dialect => dialect.Has(Extras.SundayEndsWeek));

    /// <summary>Rows to which Sunday is 1.</summary>
    public static readonly RowSet CountingFromOne = Those(dialect => dialect.Weekdays == WeekdayNumbers.OneToSeven);

    /// <summary>Identifiers in the order of <see cref="All"/>.</summary>
    public static readonly ReadOnlyCollection<string> Ids = Array.AsReadOnly(Array.ConvertAll(All, dialect => dialect.Id));

    /// <summary>Row of an identifier; -1 for none.</summary>
    public static int IndexOf(string id) => Ids.IndexOf(id);

    private static RowSet Those(Func<Dialect, bool> isOne) => RowSet.Of(Array.FindAll(Rows, row => isOne(All[row])));

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
        Extras = dialect.Extras & ~(Extras.TimeSpan | Extras.PlusSign | Extras.GluedComment | Extras.RangesToZero | Extras.UnreachedEnds),
    };

    private static FormSet Sober(FormSet forms) =>
        forms.Without(Form.Empty, Form.BareStep, Form.AnyRange, Form.NearestWorkdayStep);
}
