using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Output;

/// <summary>The one place that prints: results to standard output, everything else to standard error; lines end with LF everywhere.</summary>
internal sealed class Printer(TextWriter output, TextWriter error, string workingDirectory)
{
    /// <summary>Whether standard output is one JSON document.</summary>
    public bool IsJson { get; set; }

    /// <summary>Prints a line of the result.</summary>
    public int Result(string line)
    {
        output.Write(line + "\n");
        return ExitCode.Done;
    }

    /// <summary>Prints why a command line was not carried out.</summary>
    public int Refuse(Problem problem, int exitCode)
    {
        Report([problem]);
        if (IsJson)
            output.Write(JsonReport.OfProblems([problem]));
        return exitCode;
    }

    /// <summary>Prints what would be written.</summary>
    public int DryRun(ScaffoldPlan plan)
    {
        Print(plan, isApplied: false, isDryRun: true);
        if (!IsJson && plan.CanApply)
        {
            foreach (FileChange change in plan.Changes.Where(change => change.Kind == ChangeKind.Update))
                output.Write(UnifiedDiff.Of(change));
        }

        if (plan.CanApply)
            Note("Dry run: nothing was written.");
        return plan.CanApply ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Prints what was written, or why nothing was.</summary>
    public int Applied(ScaffoldResult result)
    {
        Print(result.Plan, result.IsApplied, isDryRun: false);
        return result.IsApplied ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Prints an inspection.</summary>
    public int Inspected(BackendInspection inspection)
    {
        Note($"Workspace: {inspection.Workspace.Root}");
        output.Write(IsJson ? JsonReport.Of(inspection) : InspectionTable.Of(inspection));
        Report(inspection.Problems);
        return ExitCode.Done;
    }

    private void Print(ScaffoldPlan plan, bool isApplied, bool isDryRun)
    {
        if (plan.CanApply)
            Note($"Workspace: {plan.Workspace.Root}");
        Report(plan.Problems);
        if (IsJson)
            output.Write(JsonReport.Of(plan, isApplied, isDryRun));
        else if (plan.CanApply)
            output.Write(string.Concat(plan.Changes.Select(change => ChangeLine.Of(change) + "\n")));
    }

    private void Report(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Note((problem with { Path = problem.Path is { } path ? Shorten(path) : null }).ToString());
    }

    private void Note(string line) => error.Write(Printable.Line(line) + "\n");

    /// <summary>A path as the user would type it here: the way editors and MSBuild find it.</summary>
    private string Shorten(string path) => Path.GetRelativePath(workingDirectory, path).Replace('\\', '/');
}
