namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figures F6 and F7.</summary>
public sealed class ConcurrentWriterTests
{
    [TestCase(20)]
    [TestCase(64)]
    public async Task Of_many_writers_at_once_none_is_lost(int count) => MustAllBeKept(await Writers.RunAsync(Writers.DifferentNames(count)), count);

    /// <summary>https://learn.microsoft.com/dotnet/core/compatibility/core-libraries/6.0/filestream-file-locks-unix</summary>
    [Test]
    public async Task Nor_where_NET_is_told_to_lock_no_files() =>
        MustAllBeKept(await Writers.RunAsync(Writers.DifferentNames(20), ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1")), 20);

    [Test]
    public async Task Of_many_writers_of_one_name_one_wins_and_the_others_are_told()
    {
        Writers writers = await Writers.RunAsync(Writers.SameName(20));
        Assert.That(writers.Winners.Count(), Is.EqualTo(1));
        Assert.That(writers.Entries, Is.EqualTo(["nightly"]));
        Assert.That(writers.Folders, Is.EqualTo(["nightly"]));
        Assert.That(writers.Losers.Select(run => run.ExitCode), Has.All.EqualTo(1));
        Assert.That(writers.Losers.Select(run => run.Error), Has.All.Matches("error WEB0302: The job 'nightly' is listed already"));
    }

    /// <summary>A killed one may have been done.</summary>
    [Test]
    public async Task Writers_that_are_killed_take_nothing_from_the_others()
    {
        Writers writers = await Writers.RunWithKillsAsync(Writers.DifferentNames(20));
        const int killed = 137;
        Assert.That(writers.Losers.Where(run => run.ExitCode != killed).Select(run => run.Error), Is.Empty);
        Assert.That(writers.Losers, Is.Not.Empty, "None was killed.");
        Assert.That(writers.Folders, Is.EqualTo(writers.Entries));
        Assert.That(writers.Entries, Has.Length.GreaterThanOrEqualTo(writers.Winners.Count()));
    }

    [Test]
    public async Task So_it_is_when_two_workspaces_have_one_manifest()
    {
        using var shop = new Shop();
        Directory.CreateDirectory(shop.PathOf("inner/src/backend"));
        File.Move(shop.PathOf(Shop.Manifest), shop.PathOf("inner/package.json"));
        File.CreateSymbolicLink(shop.PathOf(Shop.Manifest), "inner/package.json");
        string[] names = Writers.DifferentNames(20);
        ProcessRun[] runs = await Task.WhenAll(names.Select((name, number) =>
            Executable.RunAsync(number % 2 == 0 ? shop.Root : shop.PathOf("inner"), "add-job", name, "--wait", "120")));
        Assert.That(runs.Where(run => run.ExitCode != 0).Select(run => run.Error), Is.Empty);
        Assert.That(shop.Jobs, Is.EquivalentTo(names));
        Assert.That(shop.Folders, Is.EquivalentTo(names));
    }

    private static void MustAllBeKept(Writers writers, int count)
    {
        Assert.That(writers.Losers.Select(run => run.Error), Is.Empty);
        Assert.That(writers.Entries, Has.Length.EqualTo(count));
        Assert.That(writers.Folders, Is.EqualTo(writers.Entries));
    }
}
