using Newtonsoft.Json.Linq;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Builds backends: bundles with esbuild, type-checks beside it, and writes the manifest that a deployment reads.</summary>
/// <remarks>
/// A build keeps no change waiting. Where it finds one half made, it waits for it, or, when the process that made it is dead, finishes it or
/// takes it back; one that begins during the build may be built in part: build again after it. Without one, it takes no lock and writes
/// nothing but <c>build/backend</c> and <c>.webstir</c>, so that sources that nobody may write can be built.
/// </remarks>
public sealed class BackendBuilder
{
    private const string UnknownVersion = "0.0.0";

    private readonly Workspace _workspace;

    /// <summary>A builder for one workspace.</summary>
    public BackendBuilder(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
    }

    /// <summary>How to wait while another process makes a change.</summary>
    public LockWait LockWait { get; init; } = new();

    /// <summary>Builds into <c>build/backend</c>, and writes <c>.webstir/backend-manifest.json</c> if all went well.</summary>
    /// <exception cref="WebstirException">
    /// WEB0601: a package that the build needs is not installed. WEB0602: a program cannot be started. WEB0204: a file cannot be written.
    /// WEB0209: a link would lead the build out of the workspace. WEB0210, WEB0211, WEB0214: there is a change half made, and another
    /// process keeps the lock, the workspace cannot be locked, or an interrupted removal cannot be taken back. The manifest cannot be
    /// read or is not what it should be: see <see cref="ModuleManifest"/>.
    /// </exception>
    public async Task<BuildResult> BuildAsync(CancellationToken cancellation = default)
    {
        await SettleAsync(cancellation).ConfigureAwait(false);
        Task<IReadOnlyList<Problem>> check = TypeChecker.CheckAsync(_workspace, cancellation);
        Task<BuildResult> bundle = BundleAsync(cancellation);
        await Task.WhenAll(bundle, check).ConfigureAwait(false);
        BuildResult result = await bundle.ConfigureAwait(false);
        result = result with { Problems = [.. result.Problems, .. await check.ConfigureAwait(false)] };
        return result.Succeeded ? Ingest(result) : result;
    }

    /// <summary>Sees to it that no change is half made. It may have to wait, for which there is no asynchronous way.</summary>
    internal Task SettleAsync(CancellationToken cancellation) => Task.Run(() => HalfMadeChange.Settle(_workspace, LockWait, cancellation), cancellation);

    /// <summary>Bundles into <c>build/backend</c> without a type check.</summary>
    internal async Task<BuildResult> BundleAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> jobs = JobEntries.Refresh(_workspace);
        return new BuildResult { Jobs = jobs, Problems = await Bundler.BundleAsync(_workspace, cancellation).ConfigureAwait(false) };
    }

    /// <summary>Writes the manifest that a deployment reads.</summary>
    internal BuildResult Ingest(BuildResult result)
    {
        string file = _workspace.PathOf(Workspace.ManifestFile);
        ModuleManifest manifest = ModuleManifest.Load(file);
        JObject module = manifest.FindModule() ?? [];
        IReadOnlyList<Problem> problems = IngestedManifest.Check(module, file);
        if (problems.Count == 0)
            IngestedManifest.Write(_workspace, module, manifest.Name ?? Path.GetFileName(_workspace.Root), manifest.Version ?? UnknownVersion);
        return result with { Problems = [.. result.Problems, .. problems] };
    }
}
