namespace Webstir.Sdk.Schedules;

/// <summary>What one scheduler makes of a schedule.</summary>
public sealed record SchedulerVerdict
{
    /// <summary>Whether the scheduler takes the schedule as it stands.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Why it does not; <see langword="null"/> when it does.</summary>
    public string? Reason { get; init; }

    /// <summary>What the schedule means there, when that is not its <see cref="ScheduleValidation.Description"/>.</summary>
    public string? Meaning { get; init; }

    /// <summary>Page that states the scheduler's rules.</summary>
    public required Uri Link { get; init; }

    /// <summary>The string that has the schedule's own meaning there; <see langword="null"/> when there is none.</summary>
    public string? Equivalent { get; init; }
}
