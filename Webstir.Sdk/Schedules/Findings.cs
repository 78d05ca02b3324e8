namespace Webstir.Sdk.Schedules;

/// <summary>What asking every dialect brought to light.</summary>
internal readonly record struct Findings()
{
    /// <summary>One bit for each row that accepts the schedule.</summary>
    public int Accepted { get; init; }

    /// <summary>Row that lends the schedule its meaning; -1 when none does.</summary>
    public int Row { get; init; } = -1;

    /// <summary>Its meaning there; <see langword="null"/> when there is no row.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>Whether that row accepts the schedule as its documentation says, not by accident.</summary>
    public bool IsSound { get; init; }

    public ScheduleKind? Kind { get; init; }
}
