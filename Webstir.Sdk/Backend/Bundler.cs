using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Bundles a backend with esbuild: server, scheduler, worker and jobs, with the code they share in common chunks.</summary>
internal static class Bundler
{
    /// <summary>Bundles, and removes what an earlier build left and this one did not write.</summary>
    public static async Task<IReadOnlyList<Problem>> BundleAsync(Workspace workspace, CancellationToken cancellation)
    {
        NodeProgram esbuild = NodePackages.Esbuild(workspace);
        BufferedCommandResult run = await esbuild.RunAsync(workspace, Arguments(workspace), cancellation).ConfigureAwait(false);
        if (run.ExitCode != 0)
            return EsbuildLog.Read(workspace, run.StandardError);

        RemoveStale(workspace);
        return EsbuildLog.Read(workspace, run.StandardError);
    }

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

    private static void RemoveStale(Workspace workspace)
    {
        var outputs = (JObject)JObject.Parse(File.ReadAllText(workspace.PathOf(BackendLayout.OutputList)))["outputs"]!;
        HashSet<string> fresh = [.. outputs.Properties().Select(output => Path.GetFullPath(output.Name, workspace.Root))];
        RemoveStale(new DirectoryInfo(workspace.PathOf(BackendLayout.Output)), fresh);
    }

    private static void RemoveStale(DirectoryInfo folder, HashSet<string> fresh)
    {
        if (!folder.Exists)
            return;

        foreach (DirectoryInfo inner in folder.GetDirectories())
            RemoveStale(inner, fresh);
        foreach (FileInfo file in folder.GetFiles().Where(file => !fresh.Contains(file.FullName)))
            file.Delete();
        if (folder.GetFileSystemInfos().Length == 0)
            folder.Delete();
    }
}
