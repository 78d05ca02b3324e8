namespace Webstir.Sdk.Backend;

/// <summary>When the workspace's own scheduler, <c>scheduler.js --watch</c>, runs a job.</summary>
public enum JobTiming
{
    /// <summary>Never by itself: the job has no schedule.</summary>
    Unscheduled,

    /// <summary>By the clock on the wall.</summary>
    Clock,

    /// <summary>Once, when the scheduler starts.</summary>
    Start,

    /// <summary>At an interval that is counted from the scheduler's start.</summary>
    Interval,

    /// <summary>Never: the schedule is invalid, or for another scheduler.</summary>
    Elsewhere,
}
