namespace Webstir.Sdk.Schedules;

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
