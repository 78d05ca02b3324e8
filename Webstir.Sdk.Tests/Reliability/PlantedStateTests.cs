using System.Text;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A workspace that came with somebody else's repository holds, where we keep our own notes, what that somebody wrote.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class PlantedStateTests
{
    private const string Journal = ".webstir/journal";

    private static readonly string[] OurPlaces = [".webstir", ".webstir/+nightly", Journal, ".package.json.webstir"];

    [Test]
    public void A_link_where_we_keep_our_own_leads_nowhere([ValueSource(nameof(OurPlaces))] string place, [Values] bool isFolder, [Values(0, 1, 2)] int operation)
    {
        using Shop shop = Operation.All[operation].NewShop();
        FileTree outside = PlantLink(shop, place, isFolder);
        CommandRun run = shop.Webstir(Operation.All[operation].Arguments(shop.Root));
        Assert.That(FileTree.Read(shop.Outside), Is.EqualTo(outside), run.Stderr);
        Assert.That(run.Exit == 0 || run.Stderr.Contains("error WEB", StringComparison.Ordinal), run.Stderr);
    }

    /// <summary>Flips, cuts and other names in the journal: whatever it then says, only what it was about may change.</summary>
    [Test]
    public async Task A_journal_that_we_did_not_write_leads_nowhere()
    {
        using Shop killed = await Kill.BeforeCommitAsync(Operation.Add);
        FileTree left = killed.State;
        Assert.That(left, Does.ContainKey(Journal));
        string journal = left[Journal];
        string[] forged =
        [
            "", "{}", "[]", "null", "\0", new string('[', 100_000), journal[..(journal.Length / 2)], journal + journal,
            .. new[] { "..", "../../../../../outside", "first", "/", "", "nightly/../first", "scheduler" }
                .Select(name => journal.Replace("nightly", name, StringComparison.Ordinal)),
            journal.Replace("src/backend", "../outside", StringComparison.Ordinal),
            journal.Replace("package.json", "../outside/canary", StringComparison.Ordinal),
            .. Enumerable.Range(0, 200).Select(seed => Damage(journal, new Random(seed))),
        ];
        var tally = new Tally();
        foreach (string forgery in forged)
            tally.Count(forgery, FaultOf(left, forgery));
        tally.MustBeClean();
    }

    private static string? FaultOf(FileTree left, string forgery)
    {
        using var shop = new Shop(left);
        Directory.CreateDirectory(shop.Outside);
        File.WriteAllText(Path.Join(shop.Outside, "canary"), "sings");
        File.WriteAllBytes(shop.PathOf(Journal), ByteText.ToBytes(forgery));
        CommandRun run = shop.Webstir(Operation.AddZoo);
        FileTree now = shop.Everything;
        if (!now.TryGetValue("outside/canary", out string? canary) || canary != "sings" || now.Keys.Count(path => !path.StartsWith("shop", StringComparison.Ordinal)) != 2)
            return $"reaches outside: {run.Stderr}";
        if (now.GetValueOrDefault("shop/src/backend/jobs/first/index.ts") != left["src/backend/jobs/first/index.ts"])
            return $"takes another job's code: {run.Stderr}";
        return run.Exit == 0 || run.Stderr.Contains("error WEB", StringComparison.Ordinal) ? null : $"says '{run.Stderr}'";
    }

    private static FileTree PlantLink(Shop shop, string place, bool isFolder)
    {
        Directory.CreateDirectory(shop.Outside);
        File.WriteAllText(Path.Join(shop.Outside, "canary"), "sings");
        Directory.CreateDirectory(Path.GetDirectoryName(shop.PathOf(place))!);
        File.CreateSymbolicLink(shop.PathOf(place), isFolder ? shop.Outside : Path.Join(shop.Outside, "canary"));
        return FileTree.Read(shop.Outside);
    }

    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        damaged[random.Next(text.Length)] = (char)random.Next(256);
        if (random.Next(2) == 0)
            damaged.Remove(random.Next(text.Length), 1);
        return damaged.ToString();
    }
}
