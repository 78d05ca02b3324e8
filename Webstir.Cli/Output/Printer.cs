using System.Globalization;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Output;

/// <summary>Prints what a command has to say: results to standard output, everything else to standard error; lines end with LF everywhere.</summary>
internal sealed class Printer(TextWriter standardOutput, TextWriter standardError, string? workingDirectory) : IProgress<WatchEvent>, IProgress<Workspace>
{
    private readonly CheckedWriter _output = new(standardOutput);
    private readonly CheckedWriter _error = new(standardError);

    private readonly Lock _gate = new();

    /// <summary>Whether standard output is one JSON document.</summary>
    public bool IsJson { get; set; }

    /// <summary>Prints a line of the result.</summary>
    public int Result(string line)
    {
        _output.Write(line + "\n");
        return ExitCodes.Done;
    }

    /// <summary>Prints why a command line was not carried out.</summary>
    public int Refuse(Problem problem, int exitCode)
    {
        Report([problem]);
        if (IsJson)
            _output.Write(JsonReport.OfProblems([problem]));
        return exitCode;
    }

    /// <summary>Prints what would be written.</summary>
    public int DryRun(ChangePlan plan)
    {
        Print(plan, isApplied: false, isDryRun: true);
        if (!IsJson && plan.CanApply)
        {
            foreach (FileChange change in plan.Changes.Where(change => change.Kind == ChangeKind.Update))
                _output.Write(UnifiedDiff.Of(change));
        }

        if (plan.CanApply)
            Note("Dry run: nothing was written.");
        return plan.CanApply ? ExitCodes.Done : ExitCodes.Refused;
    }

    /// <summary>Prints what was written, or why nothing was.</summary>
    public int Applied(ChangePlan plan, bool isApplied)
    {
        Print(plan, isApplied, isDryRun: false);
        return isApplied ? ExitCodes.Done : ExitCodes.Refused;
    }

    /// <summary>Prints the commands that come next.</summary>
    public void NextSteps(IEnumerable<string> commands)
    {
        Note("Next:");
        foreach (string command in commands)
            Note("  " + command);
    }

    /// <summary>Prints the outcome of a build.</summary>
    public int Built(BuildResult build)
    {
        Report(build.Problems);
        if (!build.Succeeded)
            return ExitCodes.Refused;
        return Result($"Built {BuildResult.OutputFolder}: {Count(build.Jobs.Count, "job")}.");
    }

    /// <summary>Prints what happens during a watch; may be called from any thread.</summary>
    public void Report(WatchEvent value)
    {
        lock (_gate)
        {
            Report(value.Build?.Problems ?? []);
            CheckedWriter stream = value.Kind == WatchEventKind.ErrorOutput ? _error : _output;
            bool isServers = value.Kind is WatchEventKind.Output or WatchEventKind.ErrorOutput;
            stream.Write((isServers ? value.Text : "webstir: " + value.Text) + "\n");
        }
    }

    /// <summary>Prints that the workspace is being changed by somebody else.</summary>
    public void Report(Workspace value) => Note($"Waiting for another process that is changing {value.Root} ...");

    /// <summary>Prints an inspection.</summary>
    public int Inspected(BackendInspection inspection)
    {
        Note($"Workspace: {inspection.Workspace.Root}");
        if (IsJson)
            _output.Write(JsonReport.Of(inspection));
        else
            _output.Write(output => InspectionTable.Write(output, inspection));
        Report(inspection.Problems);
        return ExitCodes.Done;
    }

    /// <summary>Prints what is known of a schedule.</summary>
    public int Checked(ScheduleValidation validation, IReadOnlyList<DateTimeOffset> next, TimeZoneInfo zone)
    {
        if (IsJson)
            _output.Write(JsonReport.Of(validation, next));
        else
            _output.Write(output => ScheduleReportText.Write(output, validation, next, zone));
        return validation.IsValid ? ExitCodes.Done : ExitCodes.Refused;
    }

    private void Print(ChangePlan plan, bool isApplied, bool isDryRun)
    {
        if (plan.CanApply)
            Note($"Workspace: {plan.Root}");
        Report(plan.Problems);
        if (IsJson)
            _output.Write(JsonReport.Of(plan, isApplied, isDryRun));
        else if (plan.CanApply)
            _output.Write(string.Concat(plan.Changes.Select(change => ChangeLine.Of(change) + "\n")));
    }

    private void Report(IReadOnlyList<Problem> problems) => _error.Write(output =>
    {
        string?[] paths = [null, null];
        foreach (Problem problem in problems)
        {
            // Most problems are about one file.
            if (problem.Path is not null && problem.Path != paths[0])
                paths = [problem.Path, Shorten(problem.Path)];
            output.Write(Printable.Line((problem with { Path = problem.Path is null ? null : paths[1] }).ToString()));
            output.Write('\n');
        }
    });

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Prints what another program printed.</summary>
    public void Text(string itsOutput, string itsErrors)
    {
        _output.Write(itsOutput);
        _error.Write(itsErrors);
    }

    /// <summary>Prints a line that is no result.</summary>
    public void Note(string line) => _error.Write(Printable.Line(line) + "\n");

    /// <summary>A path as the user would type it here: the way editors and MSBuild find it.</summary>
    private string Shorten(string path) => (workingDirectory is null ? path : Path.GetRelativePath(workingDirectory, path)).Replace('\\', '/');
}
