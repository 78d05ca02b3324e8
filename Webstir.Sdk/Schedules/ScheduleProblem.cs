using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>One thing that is wrong with a schedule, or that the user should know about it.</summary>
public sealed record ScheduleProblem
{
    /// <summary>Stable code, one of <see cref="ScheduleCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="Severity.Error"/> when the schedule is not valid because of it, else <see cref="Severity.Warning"/>.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Field concerned, for example <c>minute</c> or <c>day of week</c>; <see langword="null"/> for the schedule as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>Column of the first character concerned, from 1, in UTF-16 code units.</summary>
    public required int Column { get; init; }

    /// <summary>Characters concerned; 0 when something is missing at <see cref="Column"/>.</summary>
    public required int Length { get; init; }

    /// <summary>What is wrong, with the offending text quoted, and the rule that it breaks. Whole sentences.</summary>
    public required string Message { get; init; }

    /// <summary>A whole schedule to use instead, which itself is valid; <see langword="null"/> when none is certain.</summary>
    public string? Suggestion { get; init; }
}
