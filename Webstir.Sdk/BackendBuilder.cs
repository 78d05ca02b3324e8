using Newtonsoft.Json.Linq;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Builds backends: bundles with esbuild, type-checks beside it, and writes the manifest that a deployment reads.</summary>
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

    /// <summary>Builds into <c>build/backend</c>, and writes <c>.webstir/backend-manifest.json</c> if all went well.</summary>
    /// <exception cref="WebstirException">
    /// WEB0601: a package that the build needs is not installed. WEB0602: a program cannot be started. The manifest cannot be read or
    /// is not what it should be: see <see cref="ModuleManifest"/>.
    /// </exception>
    public async Task<BuildResult> BuildAsync(CancellationToken cancellation = default)
    {
        Task<IReadOnlyList<Problem>> check = TypeChecker.CheckAsync(_workspace, cancellation);
        Task<BuildResult> bundle = BundleAsync(cancellation);
        await Task.WhenAll(bundle, check).ConfigureAwait(false);
        BuildResult result = await bundle.ConfigureAwait(false);
        result = result with { Problems = [.. result.Problems, .. await check.ConfigureAwait(false)] };
        return result.Succeeded ? Ingest(result) : result;
    }

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
