using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Every hostile name, with every planted link.</summary>
internal static class HostileNameTrial
{
    private const string Manifest = """{"webstir":{"module":{"jobs":[{"name":"nightly"}]}}}""";

    public static Tally Run()
    {
        var tally = new Tally();
        foreach (string place in PlantedLinks.Places)
        {
            Parallel.ForEach(HostileNames.All.Where(name => place != PlantedLinks.AtJob || HostileNames.IsFileName(name)), name =>
            {
                foreach (string command in new[] { "add-job", "update-job", "remove-job" })
                    tally.Count($"{command} {Uri.EscapeDataString(name)}, with a link at '{place}'", FaultOf(command, name, place));
            });
        }

        return tally;
    }

    private static string? FaultOf(string command, string name, string place)
    {
        using var shop = new Shop(Manifest);
        PlantedLinks.Plant(shop, place, name);
        FileTree before = shop.Everything;
        string[] options = command == "update-job" ? ["--priority", "5"] : [];
        CommandRun run = shop.Webstir([command, .. options, "--", name]);
        FileTree after = shop.Everything;

        bool isTaken = name == HostileNames.Taken;
        bool isAllowed = command == "add-job" ? HostileNames.IsGood(name) && place == PlantedLinks.Nowhere : isTaken;
        if (run.Exit == 0)
            return isAllowed ? FaultOfSuccess(command, name, before, after) : "done";
        if (isAllowed && place == PlantedLinks.Nowhere)
            return $"refused: {run.Stderr}";
        return after.IsSameAs(before) ? FaultOfMessage(run) : $"refused, but [{string.Join(' ', after.Keys)}]";
    }

    /// <summary>Nothing outside is touched, and inside only what the command is about.</summary>
    private static string? FaultOfSuccess(string command, string name, FileTree before, FileTree after)
    {
        string manifest = $"shop/{Shop.Manifest}";
        string[] changed = [.. after.Except(before).Concat(before.Except(after)).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal)];
        string folder = $"shop/src/backend/jobs/{name}/";
        string[] expected = command == "add-job" ? [manifest, "shop/src/backend/jobs/", folder, folder + "index.ts"] : [manifest];
        if (!changed.SequenceEqual(expected))
            return $"changed [{string.Join(' ', changed)}]";
        bool isListed = ManifestOracle.Jobs(RealManifests.Read(ByteText.ToBytes(after[manifest])))?.Any(job => (string?)job!["name"] == name) ?? false;
        return isListed == (command != "remove-job") ? null : "has the wrong entries";
    }

    private static string? FaultOfMessage(CommandRun run)
    {
        string text = System.Text.Encoding.UTF8.GetString(ByteText.ToBytes(run.Stderr)).TrimEnd('\n');
        return text.Any(character => char.IsControl(character) && character != '\n') || text.Length > 2_000 ? $"says '{text}'" : null;
    }
}
