namespace Webstir.Sdk.Schedules;

/// <summary>What a change of the clocks does to times that it skips or repeats, in a schedule that does not run in every hour.</summary>
internal enum ClockRule
{
    /// <summary>A skipped time runs once, when the gap is over; a repeated one the first time.</summary>
    Once,

    /// <summary>The same, but a pattern with an interval in a time field goes on through an hour that comes twice.</summary>
    OnceUnlessInterval,

    /// <summary>As <see cref="Once"/> for one time a day; several run as the clock shows them, as croner does.</summary>
    OnceIfAlone,

    /// <summary>A skipped time runs once, later by as much as the clocks went forward; a repeated one the first time.</summary>
    Later,

    /// <summary>A skipped time does not run; a repeated one runs the first time.</summary>
    Skipped,

    /// <summary>As the clock shows it: a skipped time does not run, a repeated one runs twice.</summary>
    AsShown,
}
