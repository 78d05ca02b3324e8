using System.Globalization;
using System.Text;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Cli.Output;

/// <summary>What is known of a schedule, for people.</summary>
internal static class ScheduleReportText
{
    private const int LongestMarked = 100;

    public static string Of(ScheduleValidation validation, IReadOnlyList<DateTimeOffset> next, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        text.Append(validation.IsValid ? "Valid: " : "Not valid: ").Append(Printable.Line(validation.Schedule)).Append('\n');
        if (validation.Description.Length > 0)
            text.Append(validation.Description).Append(".\n");
        foreach (ScheduleProblem problem in validation.Problems)
            text.Append('\n').Append(Marked(validation.Schedule, problem));
        if (next.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nNext runs ({zone.Id}):\n").AppendJoin("", next.Select(run => $"  {Instant.Text(run)}\n"));
        return text.Append('\n').Append(Table.Of(["SCHEDULER", "ACCEPTED", "NOTE"], [.. validation.Schedulers.Select(entry => Row(entry, validation.Schedule))])).ToString();
    }

    /// <summary>The schedule, a caret under what is meant, and the problem.</summary>
    private static string Marked(string schedule, ScheduleProblem problem)
    {
        string line = Printable.Line(schedule);
        string mark = "";
        if (line.Length <= LongestMarked && problem.Column <= schedule.Length + 1)
        {
            // What cannot be seen is written longer than it is, and some characters are two columns wide.
            int start = problem.Column - 1;
            int end = Math.Min(start + problem.Length, schedule.Length);
            int width = Math.Max(TextWidth.Of(Printable.Line(schedule[start..end])), 1);
            mark = $"  {line}\n  {new string(' ', TextWidth.Of(Printable.Line(schedule[..start])))}{new string('^', width)}\n";
        }

        string severity = problem.Severity == Severity.Error ? "error" : "warning";
        string suggestion = problem.Suggestion is null ? "" : $" Try '{Printable.Line(problem.Suggestion)}'.";
        return $"{mark}{severity} {problem.Code}: {problem.Message}{suggestion}\n";
    }

    private static string[] Row(KeyValuePair<string, SchedulerVerdict> entry, string schedule)
    {
        SchedulerVerdict verdict = entry.Value;
        string?[] notes = [verdict.Reason, verdict.Meaning is null ? null : $"There it means: {verdict.Meaning}.", verdict.Equivalent is null || verdict.Equivalent == schedule ? null : $"Use '{verdict.Equivalent}'."];
        return [entry.Key, verdict.Accepted ? "yes" : "no", string.Join(' ', notes.OfType<string>())];
    }
}
