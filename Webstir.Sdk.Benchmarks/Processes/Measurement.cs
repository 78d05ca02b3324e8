using System.Globalization;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>The runs of one row.</summary>
internal sealed class Measurement(ProcessRow row, SampleWorkspace workspace, PublishedPrograms programs)
{
    private readonly List<TimeSpan> _times = [];
    private readonly List<TimeSpan> _processor = [];

    private readonly string[] _command = [programs.PathOf(row.Command[0]), .. row.Command[1..]];

    public ProcessRow Row => row;

    /// <summary>What the first run that failed ended with.</summary>
    public string? Failure { get; private set; }

    public TimeSpan Time => Median(_times);

    public TimeSpan Processor => Median(_processor);

    /// <summary>Peak memory in bytes. Asked for by the small floor program: this big one would pass its own on to its children.</summary>
    public long Peak { get; private set; }

    public void Run()
    {
        workspace.Reset();
        ChildProcess run = ChildProcess.Run(workspace.Root, _command);
        Failure ??= run.Failure;
        _times.Add(run.Elapsed);
        _processor.Add(run.Processor);
    }

    public void MeasurePeak()
    {
        workspace.Reset();
        string result = workspace.Root + ".peak";
        Failure ??= ChildProcess.Run(workspace.Root, [programs.Floor, "--peak", result, .. _command]).Failure;
        Peak = File.Exists(result) ? long.Parse(File.ReadAllText(result), CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
