using System.Globalization;
using System.Text;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Cli.Output;

/// <summary>What is known of a schedule, for people.</summary>
internal static class ScheduleReportText
{
    private const int LongestMarked = 100;

    /// <summary>Characters of a longer schedule that are shown on each side of a column.</summary>
    private const int Around = 40;

    public static void Write(TextWriter output, ScheduleValidation validation, IReadOnlyList<DateTimeOffset> next, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        text.Append(validation.IsValid ? "Valid: " : "Not valid: ").Append(Printable.Line(validation.Schedule)).Append('\n');
        if (validation.Description.Length > 0)
            text.Append(validation.Description).Append(".\n");
        foreach (ScheduleProblem problem in validation.Problems)
            text.Append('\n').Append(Marked(validation.Schedule, problem));
        if (next.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nNext runs ({zone.Id}):\n").AppendJoin("", next.Select(run => $"  {Instant.Text(run)}\n"));
        output.Write(text.Append('\n'));
        output.WriteTable(["SCHEDULER", "ACCEPTED", "NOTE"], [.. validation.Schedulers.Select(entry => Row(entry, validation.Schedule))]);
    }

    /// <summary>The schedule, a caret under what is meant, and the problem.</summary>
    private static string Marked(string schedule, ScheduleProblem problem)
    {
        bool isShort = Printable.Line(schedule).Length <= LongestMarked;
        int start = problem.Column - 1;
        int from = isShort ? 0 : Whole(schedule, Math.Max(start - Around, 0));
        int to = isShort ? schedule.Length : Whole(schedule, Math.Min(start + Around, schedule.Length));
        int end = Math.Min(start + problem.Length, to);
        string before = (from > 0 ? "..." : "") + Printable.Line(schedule[from..start]);
        // What cannot be seen is written longer than it is, some characters are two columns wide, and marks stand over the one before.
        int width = TextWidth.Of(Printable.Line(schedule[start..end]));
        int indent = TextWidth.Of(before);
        if (width == 0 && end > start && indent > 0)
            indent--;
        string line = before + Printable.Line(schedule[start..to]) + (to < schedule.Length ? "..." : "");
        string mark = $"  {line}\n  {new string(' ', indent)}{new string('^', Math.Max(width, 1))}\n";
        string severity = problem.Severity == Severity.Error ? "error" : "warning";
        string place = isShort ? "" : string.Create(CultureInfo.InvariantCulture, $"Column {problem.Column}: ");
        string suggestion = problem.Suggestion is null ? "" : $" Try '{Printable.Line(problem.Suggestion)}'.";
        return $"{mark}{severity} {problem.Code}: {place}{problem.Message}{suggestion}\n";
    }

    /// <summary>An index that splits no pair of surrogates.</summary>
    private static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]) ? index - 1 : index;

    private static string[] Row(KeyValuePair<string, SchedulerVerdict> entry, string schedule)
    {
        SchedulerVerdict verdict = entry.Value;
        string?[] notes = [verdict.Reason, verdict.Meaning is null ? null : $"There it means: {verdict.Meaning}.", verdict.Equivalent is null || verdict.Equivalent == schedule ? null : $"Use '{verdict.Equivalent}'."];
        return [entry.Key, verdict.Accepted ? "yes" : "no", string.Join(' ', notes.OfType<string>())];
    }
}
