namespace Webstir.Sdk.Schedules;

/// <summary>What a schedule is validated for.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Identifiers of the schedulers that the schedule is deployed to; <see langword="null"/> or empty for any.</summary>
    /// <remarks>
    /// Identifiers are those of <see cref="ScheduleValidation.Schedulers"/>. Each of them must accept the schedule, and the
    /// first lends it its meaning.
    /// </remarks>
    public IReadOnlyList<string>? Schedulers { get; init; }

    /// <summary>Instant from which the schedule is to run, to warn of one whose last run is over by then; <see langword="null"/> for no such warning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Time zone that the schedule runs in, to warn of clock changes; <see langword="null"/> for no such warning.</summary>
    public TimeZoneInfo? Zone { get; init; }
}
