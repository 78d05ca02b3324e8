namespace Webstir.Sdk.Schedules;

/// <summary>Syntaxes besides fields and macros.</summary>
[Flags]
internal enum Extras
{
    None = 0,

    /// <summary>Fields stand in <c>cron(...)</c>, and only there.</summary>
    CronWrapper = 1 << 0,

    /// <summary><c>rate(5 minutes)</c> in minutes, hours and days; singular for 1, plural otherwise.</summary>
    Rate = 1 << 1,

    /// <summary><c>rate(...)</c> also in seconds; singular and plural are not told apart.</summary>
    LooseRate = 1 << 2,

    /// <summary><c>at(2027-01-01T00:00:00)</c></summary>
    At = 1 << 3,

    /// <summary><c>@every 1h30m</c></summary>
    Every = 1 << 4,

    /// <summary><c>@every 1h30m/15m</c>, with days and a phase.</summary>
    EveryPhase = 1 << 5,

    /// <summary><c>every 5 minutes</c>, <c>every monday 09:00</c></summary>
    English = 1 << 6,

    /// <summary>A .NET <see cref="System.TimeSpan"/>, as in <c>9:00</c> for every nine hours.</summary>
    TimeSpan = 1 << 7,

    /// <summary><c>CRON_TZ=Europe/Paris</c> or <c>TZ=...</c> before the fields.</summary>
    ZonePrefix = 1 << 8,

    /// <summary><c>#</c> after a blank starts a comment.</summary>
    Comment = 1 << 9,

    /// <summary><c>+</c> before the day of the week joins the day fields with "and".</summary>
    PlusMeansAnd = 1 << 10,

    /// <summary><c>+5</c> is 5.</summary>
    PlusSign = 1 << 11,

    /// <summary><c>L</c> and <c>W</c> are capitals.</summary>
    CapitalsOnly = 1 << 12,

    /// <summary>A range that ends on <c>SUN</c> ends on 7.</summary>
    SundayEndsWeek = 1 << 13,

    /// <summary>A list that says a value twice is refused.</summary>
    NoDuplicates = 1 << 14,

    /// <summary>Dates that do not exist are refused.</summary>
    NoImpossibleDates = 1 << 15,

    /// <summary>A step may be a name: <c>*/FEB</c> is <c>*/2</c>.</summary>
    NamedStep = 1 << 16,

    /// <summary>Macros in any case.</summary>
    AnyCaseMacros = 1 << 17,

    /// <summary>
    /// A list of nothing but commas is Saturday as a day of the week, the start of every minute as a second where every minute
    /// runs, no time at all as another time, and refused as another date: what Quartz happens to do.
    /// </summary>
    EmptyLists = 1 << 18,

    /// <summary><c>31W</c> is the last workday of a shorter month, not none.</summary>
    ClampsWorkdays = 1 << 19,

    /// <summary>1-7 is Monday to Saturday: the day 7 of a range that starts on 1 is dropped.</summary>
    OneToSevenLacksSunday = 1 << 20,

    /// <summary>Both ends of a range are names, or neither is.</summary>
    NoMixedRanges = 1 << 21,

    /// <summary><c>*-5</c> is <c>*</c>, whatever follows the dash.</summary>
    AnyRangeIsAny = 1 << 22,

    /// <summary><c>#</c> starts a comment wherever it stands: <c>FRI#2</c> is every Friday.</summary>
    GluedComment = 1 << 23,

    /// <summary>
    /// Of a month in letters the first three count, and of what follows them only another such name at the end of a range:
    /// <c>JAN-JUN/2</c> is every month from January to June, <c>JANUARY-MARCH</c> is January.
    /// </summary>
    BareMonths = 1 << 24,

    /// <summary>A range of days, months or weekdays may end on 0, which comes before 1: <c>6-0</c> is <c>6-7</c>.</summary>
    RangesToZero = 1 << 25,

    /// <summary>A range with a step may end outside its field where no step gets there: <c>5-24/5</c>.</summary>
    UnreachedEnds = 1 << 26,

    /// <summary>Steps of years count from 0, though the first year is 1.</summary>
    StepsFromYearZero = 1 << 27,

    /// <summary><c>2027-01-01T00:00:00</c></summary>
    Date = 1 << 28,
}
