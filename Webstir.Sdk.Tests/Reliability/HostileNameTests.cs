using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F12.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileNameTests
{
    [Test]
    public void There_are_more_than_two_hundred_names_and_some_are_good()
    {
        Assert.That(HostileNames.All, Has.Count.GreaterThan(200));
        Assert.That(HostileNames.All.Count(HostileNames.IsGood), Is.GreaterThan(10));
    }

    [Test]
    public async Task No_name_and_no_planted_link_leads_out_of_the_workspace_and_every_source_parses()
    {
        (Tally runs, Tally sources) = await HostileNameTrial.RunAsync();
        runs.MustBeClean();
        sources.MustBeClean();
    }

    [TestCase("../outside/a")]
    [TestCase("/tmp/a")]
    [TestCase("COM\u00b9.txt")]
    [TestCase("a\u202eb")]
    [TestCase("--force")]
    [TestCase("${a}")]
    public async Task Nor_does_a_name_from_the_command_line(string name)
    {
        using var shop = new Shop();
        FileTree before = shop.Everything;
        ProcessRun run = await shop.WebstirAsync("add-job", "--", name);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0301: "));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }

    [TestCase("src")]
    [TestCase("src/backend")]
    [TestCase("src/backend/jobs")]
    [TestCase(PlantedLinks.AtJob)]
    public void Removing_a_job_with_its_code_removes_no_code_outside(string place)
    {
        using var shop = new Shop();
        Assert.That(shop.Webstir("add-job", "nightly").Exit, Is.Zero);
        PlantedLinks.Plant(shop, place, "nightly");
        FileTree outside = FileTree.Read(shop.Outside);

        shop.Webstir("remove-job", "nightly", "--delete-code");

        Assert.That(outside.Keys, Has.Some.EndsWith("index.ts"));
        Assert.That(FileTree.Read(shop.Outside), Is.EqualTo(outside));
    }

    [Test]
    public void Of_a_link_in_the_code_the_link_is_removed_and_not_its_target()
    {
        using var shop = new Shop();
        Assert.That(shop.Webstir("add-job", "nightly").Exit, Is.Zero);
        Directory.CreateSymbolicLink(shop.PathOf("src/backend/jobs/nightly/lib"), shop.Outside);
        FileTree outside = FileTree.Read(shop.Outside);

        Assert.That(shop.Webstir("remove-job", "nightly", "--delete-code").Exit, Is.Zero);

        Assert.That(Directory.Exists(shop.PathOf("src/backend/jobs/nightly")), Is.False);
        Assert.That(FileTree.Read(shop.Outside), Is.EqualTo(outside));
    }
}
