using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Dry runs on every real manifest: the plan of the real run, and no byte and no time changes.</summary>
internal static class DryRunTrial
{
    private static readonly string[] Arguments = ["add-job", "nightly", "--schedule", "0 0 * * *", "--description", "Nightly maintenance window"];

    public static Tally Run(IReadOnlyDictionary<string, byte[]> manifests)
    {
        var tally = new Tally();
        Parallel.ForEach(manifests, manifest => tally.Count(manifest.Key, FaultOf(manifest.Value)));
        return tally;
    }

    private static string? FaultOf(byte[] manifest)
    {
        using var shop = new Shop();
        File.WriteAllBytes(shop.PathOf(Shop.Manifest), manifest);
        IReadOnlyList<string> before = Look(shop);
        CommandRun dry = shop.Webstir([.. Arguments, "--dry-run"]);
        CommandRun json = shop.Webstir([.. Arguments, "--dry-run", "--json"]);
        if (!Look(shop).SequenceEqual(before))
            return "something changed";
        CommandRun real = shop.Webstir(Arguments);
        return (dry.Exit, json.Exit, real.Exit) == (0, 0, 0) && Plan(dry).SequenceEqual(Plan(real)) ? null : $"planned {dry.Stdout} did {real.Stdout}";
    }

    private static IEnumerable<string> Plan(CommandRun run) =>
        run.Stdout.Split('\n').Where(line => line.StartsWith("CREATE ", StringComparison.Ordinal) || line.StartsWith("UPDATE ", StringComparison.Ordinal));

    /// <summary>The workspace and all in it: paths, times and contents.</summary>
    private static IReadOnlyList<string> Look(Shop shop) =>
    [
        .. new DirectoryInfo(Path.GetDirectoryName(shop.Root)!).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry is FileInfo ? Convert.ToBase64String(File.ReadAllBytes(entry.FullName)) : "")}")
            .Order(StringComparer.Ordinal),
    ];
}
