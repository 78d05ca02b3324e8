using System.Collections.Concurrent;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Every hostile name, with every planted link; the sources of those that are taken must parse.</summary>
internal sealed class HostileNameTrial
{
    private const string Manifest = """{"webstir":{"module":{"jobs":[{"name":"nightly"}]}}}""";

    private static readonly string[] Commands = ["add-job", "update-job", "remove-job"];

    private readonly Tally _runs = new();
    private readonly ConcurrentDictionary<string, string> _sources = new();

    public static async Task<(Tally Runs, Tally Sources)> RunAsync()
    {
        var trial = new HostileNameTrial();
        foreach ((string place, bool isDangling) in PlantedLinks.All)
            Parallel.ForEach(HostileNames.All.Where(name => !PlantedLinks.IsNamed(place) || HostileNames.IsFileName(name)), name => trial.Try(name, place, isDangling));
        return (trial._runs, await ParseAsync(trial._sources));
    }

    private static async Task<Tally> ParseAsync(IReadOnlyDictionary<string, string> sources)
    {
        var tally = new Tally();
        using var folder = new TemporaryFolder();
        (string Name, string File)[] files = [.. sources.Keys.Select((name, number) => (name, $"{number}.ts"))];
        foreach ((string name, string file) in files)
            folder.Write(file, ByteText.ToBytes(sources[name]));
        string errors = await TypeScriptSyntax.ErrorsAsync(folder.Root);
        foreach ((string name, string file) in files)
            tally.Count($"source of {name}", errors.Contains($"\n{file}(", StringComparison.Ordinal) ? errors : null);
        return tally;
    }

    private void Try(string name, string place, bool isDangling)
    {
        foreach (string command in Commands)
            _runs.Count($"{command} {Uri.EscapeDataString(name)}, with a {(isDangling ? "dangling " : "")}link at '{place}'", FaultOf(command, name, place, isDangling));
    }

    private string? FaultOf(string command, string name, string place, bool isDangling)
    {
        using var shop = new Shop(Manifest);
        PlantedLinks.Plant(shop, place, name, isDangling);
        FileTree before = shop.Everything;
        string elsewhere = Elsewhere.Look(shop, name);
        string[] options = command == "update-job" ? ["--priority", "5"] : [];
        CommandRun run = shop.Webstir([command, .. options, "--", name]);
        FileTree after = shop.Everything;

        if (Elsewhere.Look(shop, name) != elsewhere)
            return $"changes what is far away:\n{elsewhere}\n{Elsewhere.Look(shop, name)}";
        bool isTaken = name == HostileNames.Taken;
        bool isAllowed = command == "add-job" ? HostileNames.IsGood(name) && place == PlantedLinks.Nowhere : isTaken;
        if (run.Exit == 0)
            return isAllowed ? FaultOfSuccess(command, name, before, after) : "done";
        if (isAllowed && place == PlantedLinks.Nowhere)
            return $"refused: {run.Stderr}";
        return after.IsSameAs(before) ? FaultOfMessage(run) : $"refused, but [{string.Join(' ', after.Keys)}]";
    }

    /// <summary>Nothing outside is touched, and inside only what the command is about.</summary>
    private string? FaultOfSuccess(string command, string name, FileTree before, FileTree after)
    {
        string manifest = $"shop/{Shop.Manifest}";
        string[] changed = [.. after.Except(before).Concat(before.Except(after)).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal)];
        string folder = $"shop/src/backend/jobs/{name}/";
        string[] expected = command == "add-job" ? [manifest, "shop/src/backend/jobs/", folder, folder + "index.ts"] : [manifest];
        if (!changed.SequenceEqual(expected))
            return $"changed [{string.Join(' ', changed)}]";
        if (command == "add-job")
            _sources[name] = after[folder + "index.ts"];
        bool isListed = ManifestOracle.Jobs(RealManifests.Read(ByteText.ToBytes(after[manifest])))?.Any(job => (string?)job!["name"] == name) ?? false;
        return isListed == (command != "remove-job") ? null : "has the wrong entries";
    }

    private static string? FaultOfMessage(CommandRun run)
    {
        string text = System.Text.Encoding.UTF8.GetString(ByteText.ToBytes(run.Stderr)).TrimEnd('\n');
        return text.Any(character => char.IsControl(character) && character != '\n') || text.Length > 2_000 ? $"says '{text}'" : null;
    }
}
