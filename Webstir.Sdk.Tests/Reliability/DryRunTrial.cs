using System.Text.Json.Nodes;
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
        FileTree before = shop.State;
        IReadOnlyList<string> look = Look(shop);
        CommandRun dry = shop.Webstir([.. Arguments, "--dry-run"]);
        CommandRun json = shop.Webstir([.. Arguments, "--dry-run", "--json"]);
        if (!Look(shop).SequenceEqual(look))
            return "something changed";
        CommandRun real = shop.Webstir(Arguments);
        if ((dry.Exit, json.Exit, real.Exit) != (0, 0, 0))
            return $"ended with {dry.Exit}, {json.Exit} and {real.Exit}: {dry.Stderr}{json.Stderr}{real.Stderr}";
        string[] plan = Plan(dry);
        if (plan.Length != 2 || !plan.SequenceEqual(Plan(real)))
            return $"planned {dry.Stdout} did {real.Stdout}";
        string[] done = Changes(before, shop.State);
        string[] planned = Changes(json.Stdout);
        return planned.SequenceEqual(done) ? null : $"planned [{string.Join(", ", planned)}] did [{string.Join(", ", done)}]";
    }

    private static string[] Plan(CommandRun run) =>
        [.. run.Stdout.Split('\n').Where(line => line.StartsWith("CREATE ", StringComparison.Ordinal) || line.StartsWith("UPDATE ", StringComparison.Ordinal))];

    /// <summary>The changes that a report in JSON tells.</summary>
    private static string[] Changes(string report) =>
        [.. JsonNode.Parse(report)!["changes"]!.AsArray().Select(change => $"{change!["kind"]} {change["path"]} {change["bytes"]}").Order(StringComparer.Ordinal)];

    /// <summary>The changes that the disk shows.</summary>
    private static string[] Changes(FileTree before, FileTree after) =>
    [
        .. after.Where(file => !file.Key.EndsWith('/') && before.GetValueOrDefault(file.Key) != file.Value)
            .Select(file => $"{(before.ContainsKey(file.Key) ? "update" : "create")} {file.Key} {ByteText.ToBytes(file.Value).Length}")
            .Concat(before.Keys.Except(after.Keys).Select(path => $"delete {path}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The workspace and all in it: paths, times and contents.</summary>
    private static IReadOnlyList<string> Look(Shop shop) =>
    [
        .. new DirectoryInfo(Path.GetDirectoryName(shop.Root)!).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry is FileInfo ? Convert.ToBase64String(File.ReadAllBytes(entry.FullName)) : "")}")
            .Order(StringComparer.Ordinal),
    ];
}
