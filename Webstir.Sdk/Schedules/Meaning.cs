namespace Webstir.Sdk.Schedules;

/// <summary>What a schedule means to one dialect: exactly one of the properties is set, or none for <c>@reboot</c>.</summary>
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

    /// <summary>A fixed time between two runs.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>One single wall-clock time.</summary>
    public DateTime? At { get; init; }

    /// <summary>Time zone that the schedule itself names.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it is known that it never fires.</summary>
    public bool NeverFires { get; private init; }
}
