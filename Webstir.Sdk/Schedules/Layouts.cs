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
