namespace Webstir.Sdk.Schedules;

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
