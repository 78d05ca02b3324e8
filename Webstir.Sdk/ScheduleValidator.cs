using Webstir.Sdk.Schedules;

namespace Webstir.Sdk;

/// <summary>Understands schedules in the syntax of any scheduler; it never changes one.</summary>
public static class ScheduleValidator
{
    /// <summary>Longest schedule, in UTF-16 code units.</summary>
    /// <remarks>
    /// The smallest limit that any scheduler documents:
    /// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
    /// </remarks>
    public const int MaxLength = Assessment.MaxLength;

    private static readonly ScheduleOptions AnyScheduler = new();

    /// <summary>Identifiers of the schedulers in the table.</summary>
    public static IReadOnlyList<string> Schedulers => Dialects.Ids;

    /// <summary>Validates a schedule. Never throws: a schedule that is missing or malformed is an invalid one.</summary>
    /// <param name="schedule">The schedule, exactly as it is stored.</param>
    /// <param name="options">What to validate for; <see langword="null"/> for any scheduler, without a time zone.</param>
    /// <returns>
    /// A valid result if every chosen scheduler, or without a choice any scheduler, accepts the schedule, and it can fire there.
    /// Without a choice, what a scheduler accepts by accident does not count: a step of 0, missing fields, an empty schedule.
    /// Nor does a range that ends before it starts: some wrap it, others swap or empty it. A scheduler that is chosen by name
    /// runs both all the same, so there it is valid, with a warning.
    /// </returns>
    public static ScheduleValidation Validate(string? schedule, ScheduleOptions? options = null) =>
        Assessment.Of(schedule ?? "", options ?? AnyScheduler);
}
