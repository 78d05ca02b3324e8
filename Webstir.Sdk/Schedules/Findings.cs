namespace Webstir.Sdk.Schedules;

/// <summary>What asking every dialect brought to light.</summary>
internal readonly record struct Findings()
{
    /// <summary>One bit for each row that accepts the schedule.</summary>
    public int Accepted { get; init; }

    /// <summary>Row in question that lends the schedule its meaning; -1 when none does.</summary>
    public int Row { get; init; } = -1;

    /// <summary>Its meaning there, else its meaning to others; <see langword="null"/> when nobody understands it.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>Whether that row accepts the schedule as its documentation says, not by accident.</summary>
    public bool IsSound { get; init; }

    /// <summary>Whether that row accepts it, and it can fire.</summary>
    public bool IsValid => this is { IsSound: true, Meaning.NeverFires: false };

    public ScheduleKind? Kind { get; init; }
}
