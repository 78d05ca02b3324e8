using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>A valid schedule, who is asked about it, and what it means.</summary>
internal readonly record struct WarningContext(string Schedule, ScheduleOptions Options, Findings Findings)
{
    public Dialect Reader => Dialects.All[Findings.Row];

    public Meaning Meaning => Findings.Meaning!;

    /// <summary>Rows in question that accept the schedule.</summary>
    public RowSet Accepting { get; } = AcceptedAnywhere(Findings).And(RowSet.Of(Assessment.Rows(Options)));

    /// <summary>Rows that accept the schedule, chosen or not.</summary>
    public RowSet AcceptingAnywhere => AcceptedAnywhere(Findings);

    /// <summary>A warning at the place of a fault; its suggestion is dropped unless it is valid and new.</summary>
    public ScheduleProblem Warn(string code, Fault place, string message, string? suggestion = null) => new()
    {
        Code = code,
        Severity = Severity.Warning,
        Field = place.Field is { } field ? FieldNames.Of(field) : null,
        Column = place.Start + 1,
        Length = place.Length,
        Message = message,
        Suggestion = suggestion is null ? null : Sound(suggestion),
    };

    private string? Sound(string suggestion)
    {
        string? text = SundayRange.SpellOut(suggestion);
        return text is not null && text != Schedule && Assessment.IsValid(text, Options) ? text : null;
    }

    private static RowSet AcceptedAnywhere(Findings findings) => new(findings.Accepted);
}
