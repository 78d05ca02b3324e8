using System.Globalization;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Output;

/// <summary>An inspection for people: the module in a line, its jobs in a table.</summary>
internal static class InspectionTable
{
    private const string Absent = "-";

    private static readonly string[] Header = ["NAME", "SCHEDULE", "DESCRIPTION", "PRIORITY", "NEXT RUN", "SOURCE"];

    public static string Of(BackendInspection inspection)
    {
        string module = $"Module: {Printable.Line(inspection.Name ?? "(no name)")} {Printable.Line(inspection.Version ?? "(no version)")}\n";
        if (inspection.Jobs.Count == 0)
            return module + "No jobs.\n";

        string[][] rows = [Header, .. inspection.Jobs.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length))];
        return module + "\n" + string.Concat(rows.Select(row => Line(row, widths)));
    }

    private static string[] Row(JobInspection inspection) =>
    [
        inspection.Job.Name.Value,
        Cell(inspection.Job.Schedule),
        Cell(inspection.Job.Description),
        Cell(inspection.Job.Priority?.Text),
        NextRun(inspection),
        inspection.HasSource ? "yes" : "missing",
    ];

    /// <summary>The same words as the scheduler's own list.</summary>
    private static string NextRun(JobInspection inspection) => inspection.Timing switch
    {
        JobTiming.Clock => inspection.NextRun!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        JobTiming.Start => "at start",
        JobTiming.Interval => "counted from start",
        JobTiming.Elsewhere => "not run here",
        _ => Absent,
    };

    private static string Cell(string? text) => string.IsNullOrEmpty(text) ? Absent : Printable.Line(text);

    private static string Line(string[] row, int[] widths) =>
        string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n";
}
