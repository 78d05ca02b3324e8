namespace Webstir.Sdk.Schedules;

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
