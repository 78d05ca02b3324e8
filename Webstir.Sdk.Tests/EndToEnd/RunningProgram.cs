using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>A program that runs beside the test and is watched through what it prints; ended with the test at the latest.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    public RunningProgram(string program, IEnumerable<string> arguments, string folder, IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>All that it printed to both streams so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>How many of the lines so far have a text in them.</summary>
    public int Count(string text) => Said.Split('\n').Count(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until so many lines have a text in them.</summary>
    public Task SaysAsync(string text, int times = 1) =>
        Eventually.HoldsAsync(() => Count(text) >= times, () => $"'{text}' is not said {times} times:\n{Said}", () => _process.HasExited);

    /// <summary>Sends a signal, and waits for the end.</summary>
    /// <param name="signal">Name of the signal without SIG.</param>
    /// <param name="toGroup">Whether to send it to the whole process group, as a terminal does.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(string signal, bool toGroup = false)
    {
        string target = (toGroup ? "-" : "") + Id.ToString(CultureInfo.InvariantCulture);
        (await ProcessRun.Of("kill", ["-s", signal, "--", target], Path.GetTempPath())).MustSucceed();
        using var limit = new CancellationTokenSource(Eventually.Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_said)
            _said.Append(line).Append('\n');
    }
}
