using System.Text;
using System.Text.RegularExpressions;
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

    /// <summary>A link to another folder, with a journal that sends a run there.</summary>
    [TestCase("", ".webstir/+y")]
    [TestCase("garbage", ".webstir/+evil")]
    [TestCase("webstir-journal 1\nfolder evil 4\nsing\nend\n", ".webstir/+evil")]
    [TestCase("webstir-journal 1\nmanifest 00000000 00000001\nfolder evil 5\nsings\nend\n", "src/backend/jobs/evil")]
    [TestCase("webstir-journal 1\nmanifest 00000000 00000001\nsource evil 5\nsings\nend\n", "src/backend/jobs/evil")]
    [TestCase("webstir-journal 1\nmanifest 00000000 00000001\nremoval evil\nend\n", ".webstir/-evil")]
    public void A_journal_leads_nowhere_over_a_link(string journal, string link)
    {
        foreach (bool hasNewManifest in new[] { false, true })
        {
            using var shop = new Shop();
            File.WriteAllText(Path.Join(shop.Outside, "index.ts"), "sings");
            shop.Write(Journal, journal);
            shop.Write(".webstir/+evil/index.ts", "sings");
            if (hasNewManifest)
                shop.Write(".package.json.webstir", "{}");
            if (Directory.Exists(shop.PathOf(link)))
                Directory.Delete(shop.PathOf(link), recursive: true);
            Directory.CreateDirectory(Path.GetDirectoryName(shop.PathOf(link))!);
            Directory.CreateSymbolicLink(shop.PathOf(link), shop.Outside);
            FileTree outside = FileTree.Read(shop.Outside);
            CommandRun run = shop.Webstir(Operation.AddZoo);
            Assert.That(FileTree.Read(shop.Outside), Is.EqualTo(outside), run.Stderr);
            Assert.That(run.Exit == 0 || run.Stderr.Contains("error WEB", StringComparison.Ordinal), run.Stderr);
        }
    }

    [TestCase(".webstir/+nightly", "add-job", "nightly")]
    [TestCase(".webstir/-first", "remove-job", "first")]
    public void What_no_journal_tells_of_is_neither_used_nor_taken_away(string place, params string[] command)
    {
        using Shop shop = Operation.Add.NewShop();
        shop.Write($"{place}/index.ts", "mine");
        FileTree before = shop.State;
        CommandRun run = shop.Webstir(command);
        Assert.That(run.Stderr, Does.Match($@"^{Regex.Escape(place)}: error WEB0204: [^\n]*in the way[^\n]*\n$"));
        Assert.That(shop.State, Is.EqualTo(before));
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
