using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>A valid schedule, who is asked about it, and what it means.</summary>
internal sealed record WarningContext(string Schedule, ScheduleOptions Options, Findings Findings)
{
    public Dialect Reader => Dialects.All[Findings.Row];

    public Meaning Meaning => Findings.Meaning!;

    /// <summary>Rows in question that accept the schedule.</summary>
    public IEnumerable<Dialect> Accepting => Assessment.Rows(Options)
        .Where(row => (Findings.Accepted & 1 << row) != 0)
        .Select(row => Dialects.All[row]);

    /// <summary>Rows that accept the schedule, chosen or not.</summary>
    public IEnumerable<Dialect> AcceptingAnywhere => Dialects.Rows.Where(row => (Findings.Accepted & 1 << row) != 0).Select(row => Dialects.All[row]);

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
        return text is not null && text != Schedule && Assessment.Of(text, Options).IsValid ? text : null;
    }

    /// <summary>Names of dialects for a sentence.</summary>
    public static string NamesOf(IEnumerable<Dialect> dialects) => SetText.Join([.. dialects.Select(dialect => dialect.Name)], "and");
}
