namespace Webstir.Sdk.Schedules;

/// <summary>Shape of one item of a list, before anybody asks whether its values make sense.</summary>
internal enum Form : byte
{
    /// <summary>Nothing between two commas.</summary>
    Empty,

    /// <summary><c>*</c></summary>
    Any,

    /// <summary><c>*/15</c></summary>
    AnyStep,

    /// <summary><c>*-5</c></summary>
    AnyRange,

    /// <summary><c>?</c></summary>
    Unset,

    /// <summary><c>?/15</c></summary>
    UnsetStep,

    /// <summary><c>5</c> or <c>MON</c></summary>
    Value,

    /// <summary><c>5/15</c></summary>
    ValueStep,

    /// <summary><c>1-5</c></summary>
    Range,

    /// <summary><c>1-5/2</c></summary>
    RangeStep,

    /// <summary><c>/15</c></summary>
    BareStep,

    /// <summary><c>L</c></summary>
    Last,

    /// <summary><c>L-3</c></summary>
    LastOffset,

    /// <summary><c>LW</c></summary>
    LastWorkday,

    /// <summary><c>L-3W</c></summary>
    LastOffsetWorkday,

    /// <summary><c>LW-3</c></summary>
    LastWorkdayOffset,

    /// <summary><c>15W</c></summary>
    NearestWorkday,

    /// <summary><c>15W/2</c></summary>
    NearestWorkdayStep,

    /// <summary><c>5L</c> or <c>FRIL</c></summary>
    LastOf,

    /// <summary><c>1-5L</c></summary>
    RangeLast,

    /// <summary><c>5#2</c></summary>
    Nth,

    /// <summary><c>5#L</c></summary>
    NthLast,

    /// <summary><c>1-5#2</c></summary>
    RangeNth,

    /// <summary><c>H</c></summary>
    Hash,

    /// <summary><c>H/5</c></summary>
    HashStep,

    /// <summary><c>H(0-7)</c></summary>
    HashRange,

    /// <summary><c>H(0-7)/2</c></summary>
    HashRangeStep,

    /// <summary>No shape that any scheduler documents.</summary>
    Malformed,
}
