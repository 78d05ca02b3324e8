using System.Diagnostics;
using System.Globalization;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Rebuilds a backend when its sources change, job folders that come and go included, and restarts its server.</summary>
public sealed class BackendWatcher
{
    private readonly Workspace _workspace;
    private readonly IProgress<WatchEvent> _progress;

    /// <summary>A watcher for one workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="progress">Told of everything that happens, from any thread.</param>
    public BackendWatcher(Workspace workspace, IProgress<WatchEvent> progress)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(progress);
        _workspace = workspace;
        _progress = progress;
    }

    /// <summary>How to wait, before a build, while another process makes a change.</summary>
    public LockWait LockWait { get; init; } = new();

    /// <summary>Watches until cancelled, then stops the server and returns.</summary>
    /// <exception cref="WebstirException">WEB0601, WEB0602: as for <see cref="BackendBuilder.BuildAsync"/>.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        NodePackages.Require(_workspace);
        using var changes = new SourceChanges(_workspace);
        var server = new ServerProcess(_workspace, _progress, cancellation);
        await using (server.ConfigureAwait(false))
        {
            while (!cancellation.IsCancellationRequested)
                await RebuildAsync(server, changes, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>One round: bundle, restart, type-check beside the server, and wait for the next change.</summary>
    private async Task RebuildAsync(ServerProcess server, SourceChanges changes, CancellationToken cancellation)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task check = Task.CompletedTask;
        try
        {
            BuildResult build = await BuildAsync(round.Token).ConfigureAwait(false);
            if (build.Succeeded)
            {
                await server.RestartAsync().ConfigureAwait(false);
                check = CheckAsync(build, round.Token);
            }

            await changes.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The way to end a watch.
        }
        finally
        {
            // A type checker that is at work belongs to this round, and ends with it.
            await round.CancelAsync().ConfigureAwait(false);
            await check.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<BuildResult> BuildAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        BuildResult build = await TryBuildAsync(cancellation).ConfigureAwait(false);
        string outcome = build.Succeeded ? "Built" : "Not built";
        _progress.Report(new WatchEvent(WatchEventKind.Built, string.Create(CultureInfo.InvariantCulture, $"{outcome} in {watch.ElapsedMilliseconds} ms ({build.Jobs.Count} job{(build.Jobs.Count == 1 ? "" : "s")})"), build));
        return build;
    }

    /// <summary>A manifest that is broken while it is edited, or packages that are installed anew, end no watch.</summary>
    private async Task<BuildResult> TryBuildAsync(CancellationToken cancellation)
    {
        try
        {
            var builder = new BackendBuilder(_workspace) { LockWait = LockWait };
            await builder.SettleAsync(cancellation).ConfigureAwait(false);
            BuildResult bundle = await builder.BundleAsync(cancellation).ConfigureAwait(false);
            return bundle.Succeeded ? builder.Ingest(bundle) : bundle;
        }
        catch (WebstirException error)
        {
            return new BuildResult { Jobs = [], Problems = [error.Problem] };
        }
    }

    private async Task CheckAsync(BuildResult build, CancellationToken cancellation)
    {
        IReadOnlyList<Problem> problems;
        try
        {
            problems = await TypeChecker.CheckAsync(_workspace, cancellation).ConfigureAwait(false);
        }
        catch (WebstirException error)
        {
            problems = [error.Problem];
        }

        _progress.Report(new WatchEvent(WatchEventKind.TypeChecked, problems.Count == 0 ? "No type errors" : $"{problems.Count} type error{(problems.Count == 1 ? "" : "s")}", build with { Problems = problems }));
    }
}
