using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Exported files with a second name, which a rename would leave with the old content. Of the manifest, <see cref="ManifestLinkTests"/> tells.</summary>
[Platform("Linux")]
public sealed class HardLinkTests
{
    private const string Crontab = "deploy/crontab/crontab";

    private static readonly string[] Export = ["export", "--to", "crontab", "--set", "workingDirectory=/srv/shop"];

    [Test]
    public async Task A_file_of_an_export_with_two_names_is_refused_and_nothing_is_written()
    {
        using var shop = new Shop("""{"webstir":{"module":{"jobs":[{"name":"weekly","schedule":"@weekly"}]}}}""");
        (await shop.WebstirAsync(Export)).MustSucceed();
        (await ProcessRun.Of("ln", [Crontab, Path.Join(shop.Outside, "crontab")], shop.Root)).MustSucceed();
        // Nothing is to be written.
        (await shop.WebstirAsync(Export)).MustSucceed();

        (await shop.WebstirAsync("update-job", "weekly", "--schedule", "@daily")).MustSucceed();
        FileTree before = shop.Everything;
        ProcessRun run = await shop.WebstirAsync(Export);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match($"(?m)^{Crontab}: error WEB0212: The file has 2 names [^\n]*cp crontab copy && mv copy crontab"));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }
}
