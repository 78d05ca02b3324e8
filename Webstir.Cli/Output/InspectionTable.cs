using System.Text;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Output;

/// <summary>An inspection for people: the module in a line, its jobs in a table.</summary>
internal static class InspectionTable
{
    private const string Absent = "-";

    private static readonly string[] Header = ["NAME", "SCHEDULE", "DESCRIPTION", "PRIORITY", "NEXT RUN", "SOURCE"];

    public static StringBuilder Of(BackendInspection inspection)
    {
        var text = new StringBuilder($"Module: {Printable.Line(inspection.Name ?? "(no name)")} {Printable.Line(inspection.Version ?? "(no version)")}\n");
        if (inspection.Jobs.Count == 0)
            return text.Append("No jobs.\n");

        return text.Append('\n').AppendTable(Header, [.. inspection.Jobs.Select(Row)]);
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
        JobTiming.Clock => Instant.Text(inspection.NextRun!.Value),
        JobTiming.Start => "at start",
        JobTiming.Interval => "counted from start",
        JobTiming.Elsewhere => "not run here",
        _ => Absent,
    };

    private static string Cell(string? text) => string.IsNullOrEmpty(text) ? Absent : Printable.Line(text);
}
