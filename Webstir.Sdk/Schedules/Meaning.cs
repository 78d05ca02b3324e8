namespace Webstir.Sdk.Schedules;

/// <summary>What a schedule means to one dialect: exactly one of pattern, interval and time is set, or none for <c>@reboot</c>.</summary>
internal sealed record Meaning
{
    /// <summary>A pattern of the calendar and the clock.</summary>
    public Recurrence? Recurrence
    {
        get;
        init
        {
            field = value;
            NeverFires = value is { } recurrence && !Firing.CanFire(recurrence);
        }
    }

    /// <summary>Whether a field for the time of day has a star, a range or a step.</summary>
    public bool IsInterval { get; init; }

    /// <summary>A fixed time between two runs.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How long after the Unix epoch the interval starts to count, less than itself; <see langword="null"/> when it counts from its own start.</summary>
    public TimeSpan? Phase { get; init; }

    /// <summary>One single wall-clock time.</summary>
    public DateTime? At { get; init; }

    /// <summary>Time zone that the schedule itself names.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it is known that it never fires.</summary>
    public bool NeverFires { get; private init; }
}
