namespace Webstir.Sdk.Schedules;

/// <summary>One row of the table: everything in which a scheduler's reading of a string differs from another's.</summary>
internal sealed record Dialect
{
    /// <summary>Identifier in options and results.</summary>
    public required string Id { get; init; }

    /// <summary>Name in messages.</summary>
    public required string Name { get; init; }

    /// <summary>Page or source that states the rules.</summary>
    public required string Link { get; init; }

    public required Layouts Layouts { get; init; }

    public required WeekdayNumbers Weekdays { get; init; }

    public NameRule MonthNames { get; init; } = NameRule.Three;

    public NameRule WeekdayNames { get; init; } = NameRule.Three;

    /// <summary>Forms in the fields for second, minute and hour.</summary>
    public required FormSet Time { get; init; }

    /// <summary>Forms in the field for the day of the month.</summary>
    public required FormSet Day { get; init; }

    public required FormSet Month { get; init; }

    public required FormSet Weekday { get; init; }

    public FormSet Year { get; init; } = FormSet.Stepped;

    /// <summary>Forms that may be the first of several in a list.</summary>
    public FormSet FirstInList { get; init; } = FormSet.Everything;

    /// <summary>Forms that may follow in a list.</summary>
    public FormSet LaterInList { get; init; } = FormSet.Everything;

    public required ReversedRange Reversed { get; init; }

    public required StepLimit Steps { get; init; }

    public required DayRule Days { get; init; }

    /// <summary>Most digits of a number.</summary>
    public int MaxDigits { get; init; } = int.MaxValue;

    /// <summary>Offsets from the last day of the month: smallest.</summary>
    public int MinOffset { get; init; }

    /// <summary>First year that the year field takes.</summary>
    public int MinYear { get; init; } = 1970;

    /// <summary>Last year that the year field takes.</summary>
    public int MaxYear { get; init; } = 2099;

    /// <summary>White space that the dialect skips besides spaces between fields.</summary>
    public Blanks Blanks { get; init; }

    public Macros Macros { get; init; }

    /// <summary>White space that may surround a macro.</summary>
    public Blanks MacroBlanks { get; init; }

    public Extras Extras { get; init; }

    /// <summary>Shortest time between two runs that the scheduler keeps.</summary>
    public TimeSpan MinimumInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What happens to fixed times when the clocks change.</summary>
    public ClockRule Clock { get; init; }

    /// <summary>Where the time zone comes from, in words.</summary>
    public required string Zone { get; init; }

    public bool Has(Extras extra) => (Extras & extra) != 0;

    /// <summary>Forms that a field may hold.</summary>
    public FormSet Forms(Field field) => field switch
    {
        Field.Day => Day,
        Field.Month => Month,
        Field.Weekday => Weekday,
        Field.Year => Year,
        _ => Time,
    };

    /// <summary>Smallest value of a field.</summary>
    public int Min(Field field) => field switch
    {
        Field.Day or Field.Month => 1,
        Field.Weekday => Weekdays is WeekdayNumbers.OneToSeven or WeekdayNumbers.OneToSix ? 1 : 0,
        Field.Year => MinYear,
        _ => 0,
    };

    /// <summary>Largest value of a field.</summary>
    public int Max(Field field) => field switch
    {
        Field.Hour => 23,
        Field.Day => 31,
        Field.Month => 12,
        Field.Weekday => Weekdays is WeekdayNumbers.ZeroToSix or WeekdayNumbers.OneToSix ? 6 : 7,
        Field.Year => MaxYear,
        _ => 59,
    };

    /// <summary>Longest step in a field.</summary>
    public long MaxStep(Field field) => Steps switch
    {
        StepLimit.FieldMax => Max(field),
        StepLimit.FieldSpan => Max(field) - Min(field),
        StepLimit.FieldCount => field == Field.Weekday ? 7 : field == Field.Year ? Max(field) + 1 : Max(field) - Min(field) + 1,
        // NCrontab adds the step to a value of the field in 32 bits.
        StepLimit.Anything => int.MaxValue - 60,
        _ => long.MaxValue,
    };
}
