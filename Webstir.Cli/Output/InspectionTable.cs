using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Output;

/// <summary>An inspection for people: the module in a line, its jobs in a table.</summary>
internal static class InspectionTable
{
    private const string Absent = "-";

    private static readonly string[] Header = ["NAME", "SCHEDULE", "DESCRIPTION", "PRIORITY", "NEXT RUN", "SOURCE"];

    public static void Write(TextWriter output, BackendInspection inspection)
    {
        output.Write($"Module: {Printable.Line(inspection.Name ?? "(no name)")} {Printable.Line(inspection.Version ?? "(no version)")}\n");
        output.Write(inspection.Jobs.Count == 0 ? "No jobs.\n" : "\n");
        if (inspection.Jobs.Count > 0)
            output.WriteTable(Header, [.. inspection.Jobs.Select(Row)]);
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
