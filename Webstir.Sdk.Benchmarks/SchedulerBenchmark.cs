using System.Diagnostics;

namespace Webstir.Sdk.Benchmarks;

/// <summary>The scheduler's figures, which a script beside its tests measures.</summary>
internal static class SchedulerBenchmark
{
    private static string Folder => Path.Join(Repository.Root, "templates");

    /// <summary>Whether one failed, or is above its limit.</summary>
    public static bool Run()
    {
        using var scheduler = Process.Start("npm", ["--prefix", Folder, "run", "--silent", "figures:scheduler"]);
        scheduler.WaitForExit();
        return scheduler.ExitCode != 0;
    }

    /// <summary>Before anything is measured, for that takes minutes.</summary>
    public static void CheckPackages()
    {
        if (!Directory.Exists(Path.Join(Folder, "node_modules")))
            throw new InvalidOperationException($"The scheduler cannot be measured: its packages are missing. Run 'npm ci' in '{Folder}'.");
    }
}
