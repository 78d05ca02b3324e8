namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>The runs of one row.</summary>
internal sealed class Measurement(ProcessRow row, SampleWorkspace workspace, string floor, string webstir)
{
    private readonly List<TimeSpan> _times = [];
    private readonly List<TimeSpan> _processor = [];

    private readonly string[] _command = [.. row.Command.Select((word, index) => index > 0 ? word : word switch { "floor" => floor, "webstir" => webstir, _ => word })];

    public ProcessRow Row => row;

    /// <summary>Exit code of the last run.</summary>
    public int ExitCode { get; private set; }

    public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    /// <summary>Median of the time on a processor.</summary>
    public TimeSpan Processor => _processor.Order().ElementAt(_processor.Count / 2);

    /// <summary>Peak memory in bytes. Asked for by the small floor program: this big one would pass its own on to its children.</summary>
    public long Peak
    {
        get
        {
            workspace.Reset();
            string result = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
            ChildProcess.Run(workspace.Root, [floor, "--peak", result, .. _command]);
            long peak = long.Parse(File.ReadAllText(result), System.Globalization.CultureInfo.InvariantCulture);
            File.Delete(result);
            return peak;
        }
    }

    public void Run()
    {
        workspace.Reset();
        ChildProcess run = ChildProcess.Run(workspace.Root, _command);
        ExitCode = run.ExitCode;
        _times.Add(run.Elapsed);
        _processor.Add(run.Processor);
    }
}
