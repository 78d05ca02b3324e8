using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>A schedule's problems as problems of the request that it is part of.</summary>
internal static class ScheduleReport
{
    public static IEnumerable<Problem> Of(ScheduleValidation validation) => validation.Problems.Select(problem => Of(problem, validation));

    /// <summary>One of them; its message may begin with whose schedule it is.</summary>
    public static Problem Of(ScheduleProblem problem, ScheduleValidation validation, string whose = "") => new()
    {
        Code = problem.Code,
        Message = $"{whose}{(problem.Severity == Severity.Error ? "Invalid schedule" : "Schedule")} '{Printable.Quote(validation.Schedule ?? "")}': {problem.Message}",
        Hint = problem switch
        {
            { Suggestion: { } suggestion } => $"Try '{Printable.Line(suggestion)}'.",
            { Severity: Severity.Error } => $"Run 'webstir check-schedule{string.Concat(validation.Chosen.Select(id => $" --scheduler {Printable.Line(id)}"))}' on it to see more.",
            _ => null,
        },
        Severity = problem.Severity,
    };
}
