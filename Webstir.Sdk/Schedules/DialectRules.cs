namespace Webstir.Sdk.Schedules;

/// <summary>Orders of fields that a dialect knows.</summary>
[Flags]
internal enum Layouts
{
    None = 0,

    /// <summary>Minute, hour, day of month, month, day of week.</summary>
    Five = 1,

    /// <summary>Six fields: second first.</summary>
    SecondFirst = 2,

    /// <summary>Six fields: year last.</summary>
    YearLast = 4,

    /// <summary>Second first and year last.</summary>
    Seven = 8,

    /// <summary>Fewer than five fields: the missing ones, from the left, are <c>*</c>.</summary>
    Fewer = 16,
}

/// <summary>How a dialect numbers the days of the week.</summary>
internal enum WeekdayNumbers
{
    /// <summary>0 is Sunday, 6 Saturday.</summary>
    ZeroToSix,

    /// <summary>0 and 7 are Sunday.</summary>
    ZeroToSeven,

    /// <summary>1 is Sunday, 7 Saturday.</summary>
    OneToSeven,

    /// <summary>1 is Monday, 6 Saturday: the numbers that every scheduler takes, though not all for the same days.</summary>
    OneToSix,
}

/// <summary>Which words name a month or a day of the week; case never matters.</summary>
internal enum NameRule
{
    /// <summary>Exactly the first three letters.</summary>
    Three,

    /// <summary>At least three letters of a month, two of a day of the week.</summary>
    Prefix,

    /// <summary>Any prefix, down to one letter.</summary>
    AnyPrefix,
}

/// <summary>What a range that ends before it starts means.</summary>
internal enum ReversedRange
{
    Refused,

    /// <summary>Nothing: the schedule is stored and never fires.</summary>
    Empty,

    /// <summary>The range between its ends, the other way round.</summary>
    Swapped,

    /// <summary>Through the end of the field and on from its start.</summary>
    Wrapped,

    /// <summary>The same, from one value too early unless there is a step: a slip that saffron ships.</summary>
    WrappedEarly,
}

/// <summary>Longest step.</summary>
internal enum StepLimit
{
    /// <summary>None: a step beyond the field leaves its first value.</summary>
    None,

    /// <summary>None, but the low 32 bits must be a positive number: Temporal stores no more of it.</summary>
    PositiveInt32,

    /// <summary>None, and 0 and negative steps are read as 1.</summary>
    Anything,

    /// <summary>No rule at all.</summary>
    Unchecked,

    /// <summary>The largest value of the field.</summary>
    FieldMax,

    /// <summary>The largest value less the smallest.</summary>
    FieldSpan,

    /// <summary>The number of values.</summary>
    FieldCount,
}

/// <summary>How the two day fields combine when both are set.</summary>
internal enum DayRule
{
    /// <summary>Either may match, unless one of the fields is exactly <c>*</c> or <c>?</c>.</summary>
    Or,

    /// <summary>Either may match, unless one of the fields starts with <c>*</c>.</summary>
    OrUnlessStar,

    /// <summary>Either may match, unless one of the fields has a <c>*</c> or <c>?</c> without a step beyond 1.</summary>
    OrUnlessUnstepped,

    /// <summary>Both must match.</summary>
    And,

    /// <summary>Exactly one of the fields must be <c>?</c>.</summary>
    OneUnset,
}

/// <summary>Macros by name.</summary>
[Flags]
internal enum Macros
{
    None = 0,
    Yearly = 1,
    Annually = 2,
    Monthly = 4,
    Weekly = 8,
    Daily = 16,
    Midnight = 32,
    Hourly = 64,
    Reboot = 128,
    Minutely = 256,
    Secondly = 512,
    Weekdays = 1024,
    Weekends = 2048,
    EveryMinute = 4096,
    EverySecond = 8192,

    /// <summary>The seven that most schedulers share.</summary>
    Seven = Yearly | Annually | Monthly | Weekly | Daily | Midnight | Hourly,
}

/// <summary>Syntaxes besides fields and macros.</summary>
[Flags]
internal enum Extras
{
    None = 0,

    /// <summary>Fields stand in <c>cron(...)</c>, and only there.</summary>
    CronWrapper = 1,

    /// <summary><c>rate(5 minutes)</c> in minutes, hours and days; singular for 1, plural otherwise.</summary>
    Rate = 2,

    /// <summary><c>rate(...)</c> also in seconds; singular and plural are not told apart.</summary>
    LooseRate = 4,

    /// <summary><c>at(2027-01-01T00:00:00)</c></summary>
    At = 8,

    /// <summary><c>@every 1h30m</c></summary>
    Every = 16,

    /// <summary><c>@every 1h30m/15m</c>, with days and a phase.</summary>
    EveryPhase = 32,

    /// <summary><c>every 5 minutes</c>, <c>every monday 09:00</c></summary>
    English = 64,

    /// <summary>A .NET <see cref="System.TimeSpan"/>, as in <c>9:00</c> for every nine hours.</summary>
    TimeSpan = 128,

    /// <summary><c>CRON_TZ=Europe/Paris</c> or <c>TZ=...</c> before the fields.</summary>
    ZonePrefix = 256,

    /// <summary><c>#</c> after a blank starts a comment.</summary>
    Comment = 512,

    /// <summary><c>+</c> before the day of the week joins the day fields with "and".</summary>
    PlusMeansAnd = 1024,

    /// <summary><c>+5</c> is 5.</summary>
    PlusSign = 2048,

    /// <summary><c>L</c> and <c>W</c> are capitals.</summary>
    CapitalsOnly = 4096,

    /// <summary>A range that ends on <c>SUN</c> ends on 7.</summary>
    SundayEndsWeek = 8192,

    /// <summary>A list that says a value twice is refused.</summary>
    NoDuplicates = 16384,

    /// <summary>Dates that do not exist are refused.</summary>
    NoImpossibleDates = 32768,

    /// <summary>A step may be a name: <c>*/FEB</c> is <c>*/2</c>.</summary>
    NamedStep = 65536,

    /// <summary>Macros in any case.</summary>
    AnyCaseMacros = 131072,

    /// <summary>A list of nothing but commas is the lowest value of its field, or Saturday.</summary>
    EmptyListHasValue = 262144,

    /// <summary><c>31W</c> is the last workday of a shorter month, not none.</summary>
    ClampsWorkdays = 524288,

    /// <summary>1-7 is Monday to Saturday: the day 7 of a range that starts on 1 is dropped.</summary>
    OneToSevenLacksSunday = 1048576,

    /// <summary>Both ends of a range are names, or neither is.</summary>
    NoMixedRanges = 2097152,

    /// <summary><c>*-5</c> is <c>*</c>, whatever follows the dash.</summary>
    AnyRangeIsAny = 4194304,

    /// <summary><c>#</c> starts a comment wherever it stands: <c>FRI#2</c> is every Friday.</summary>
    GluedComment = 8388608,
}
