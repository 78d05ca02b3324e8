using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>A schedule's problems as problems of the request that it is part of.</summary>
internal static class ScheduleReport
{
    public static IEnumerable<Problem> Of(ScheduleValidation validation) => validation.Problems.Select(problem => new Problem
    {
        Code = problem.Code,
        Message = $"{(problem.Severity == Severity.Error ? "Invalid schedule" : "Schedule")} '{Printable.Quote(validation.Schedule ?? "")}': {problem.Message}",
        Hint = problem switch
        {
            { Suggestion: { } suggestion } => $"Try '{Printable.Line(suggestion)}'.",
            { Severity: Severity.Error } => $"Run 'webstir check-schedule{string.Concat(validation.Chosen.Select(id => $" --scheduler {Printable.Line(id)}"))}' on it to see more.",
            _ => null,
        },
        Severity = problem.Severity,
    });
}
