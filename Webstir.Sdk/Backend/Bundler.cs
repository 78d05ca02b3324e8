using CliWrap.Buffered;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Bundles a backend with esbuild: server, scheduler, worker and jobs, with the code they share in common chunks.</summary>
internal static class Bundler
{
    /// <summary>Bundles, and removes what an earlier build left and this one did not write.</summary>
    /// <exception cref="WebstirException">WEB0209: a link would lead it out of the workspace. WEB0204: something cannot be removed.</exception>
    public static async Task<IReadOnlyList<Problem>> BundleAsync(Workspace workspace, CancellationToken cancellation)
    {
        NodeProgram esbuild = NodePackages.Esbuild(workspace);
        BuildOutput.Prepare(workspace);
        BufferedCommandResult run = await esbuild.RunAsync(workspace, Arguments(workspace), cancellation).ConfigureAwait(false);
        IReadOnlyList<Problem> problems = EsbuildLog.Read(workspace, run.StandardError);
        if (run.ExitCode == 0)
            BuildOutput.RemoveStale(workspace);
        else if (problems.All(problem => problem.Severity != Severity.Error))
            return [.. problems, Failed(run.ExitCode)];
        return problems;
    }

    private static Problem Failed(int exitCode) =>
        new() { Code = "WEB0603", Message = $"The bundler failed with exit code {exitCode}.", Hint = "Run the build again." };

    /// <remarks>https://esbuild.github.io/api/: a glob crosses folders with ** only.</remarks>
    private static IEnumerable<string> Arguments(Workspace workspace)
    {
        if (File.Exists(workspace.PathOf(BackendLayout.Server)))
            yield return $"index={BackendLayout.Server}";
        if (File.Exists(workspace.PathOf(BackendLayout.Scheduler)))
            yield return $"jobs/scheduler={BackendLayout.Scheduler}";
        if (File.Exists(workspace.PathOf(BackendLayout.Worker)))
            yield return $"jobs/worker={BackendLayout.Worker}";
        yield return $"{BackendLayout.Entries}/**/*.ts";
        yield return $"--outbase={BackendLayout.Entries}";
        yield return $"--outdir={BackendLayout.Output}";
        yield return $"--metafile={BackendLayout.OutputList}";
        yield return "--chunk-names=chunks/[name]-[hash]";
        yield return "--bundle";
        yield return "--splitting";
        yield return "--format=esm";
        yield return "--platform=node";
        yield return "--target=node20.12";
        yield return "--packages=external";
        yield return "--sourcemap";
        yield return "--log-override:empty-glob=silent";
        yield return "--log-level=warning";
        yield return "--log-limit=0";
        yield return "--color=false";
    }
}
