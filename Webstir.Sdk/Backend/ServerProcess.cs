using System.ComponentModel;
using System.Diagnostics;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>The backend's server as a child process, which never outlives its owner's <see cref="StopAsync"/>.</summary>
internal sealed class ServerProcess(Workspace workspace, IProgress<WatchEvent> progress, CancellationToken ending) : IAsyncDisposable
{
    /// <summary>How long a server may take to end requests before it is ended: longer than its own limit of ten seconds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private Process? _process;

    /// <summary>Starts the server, after the one that runs has stopped.</summary>
    public async Task RestartAsync()
    {
        await StopAsync().ConfigureAwait(false);
        string script = workspace.PathOf(BackendLayout.BuiltServer);
        if (!File.Exists(script))
            return;

        _process = Start(script);
        progress.Report(new WatchEvent(WatchEventKind.ServerStarted, $"node {BackendLayout.BuiltServer}"));
    }

    /// <summary>Asks the server to end, and ends it and its children when it does not.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;

        _process = null;
        using (process)
        {
            IReadOnlyList<(int, string)> descendants = Descendants.Of(process.Id);
            Signals.Terminate(process);
            var waited = Stopwatch.StartNew();

            // Waiting for the process itself would wait for its children too, which hold its output.
            while (!process.HasExited && waited.Elapsed < Grace)
                await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
            process.Kill(entireProcessTree: true);
            Descendants.End(descendants);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _process?.Dispose();
    }

    private Process Start(string script)
    {
        var start = new ProcessStartInfo("node", ["--enable-source-maps", script])
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Forward(WatchEventKind.Output, line.Data);
        process.ErrorDataReceived += (_, line) => Forward(WatchEventKind.ErrorOutput, line.Data);
        process.Exited += (_, _) => ReportExit(process);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new WebstirException(NodeProgram.CannotStart("node", error), error);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Forward(WatchEventKind kind, string? line)
    {
        if (line is not null)
            progress.Report(new WatchEvent(kind, line));
    }

    /// <summary>A server that ends by itself is worth a word; one that was asked to, or gets the terminal's Ctrl-C too, is not.</summary>
    private void ReportExit(Process process)
    {
        if (ReferenceEquals(_process, process) && !ending.IsCancellationRequested)
            progress.Report(new WatchEvent(WatchEventKind.ServerExited, $"The server ended with exit code {process.ExitCode}. It starts again after the next change."));
    }
}
