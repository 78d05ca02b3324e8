using System.Globalization;
using System.Runtime.Versioning;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Files of somebody else, as in a container whose user is root and whose workspace is the developer's. Part of figure F14.</summary>
/// <remarks>Only root can give a file away, so that only root can prepare these; others see that they may do what the mode lets them.</remarks>
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
[Parallelizable(ParallelScope.All)]
public sealed class ManifestOwnerTests
{
    private const int Developer = 4_321;
    private const int Colleague = 4_322;
    private const int Team = 4_323;
    private const string Crontab = "deploy/crontab/crontab";

    private static readonly string[] Export = ["export", "--to", "crontab", "--set", "workingDirectory=/srv/shop"];

    [TestCase("644")]
    [TestCase("600")]
    [TestCase("664")]
    [TestCase("6755", Description = "Set-id bits go when the owner is set, and come back with the mode")]
    public async Task Root_writes_what_is_somebody_elses_and_leaves_it_to_them(string mode)
    {
        using Shop shop = NewShop();
        string owner = Environment.IsPrivilegedProcess ? $"{Developer}:{Team}" : await StatAsync(shop, "%u:%g", Shop.Manifest);
        await GiveAsync(shop, Shop.Manifest, owner, mode);
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(await StatAsync(shop, "%u:%g %a", Shop.Manifest), Is.EqualTo($"{owner} {mode}"));
    }

    [Test]
    public async Task So_with_the_file_of_an_export()
    {
        using Shop shop = NewShop();
        (await shop.WebstirAsync(Export)).MustSucceed();
        string owner = Environment.IsPrivilegedProcess ? $"{Developer}:{Team}" : await StatAsync(shop, "%u:%g", Crontab);
        await GiveAsync(shop, Crontab, owner, "644");
        (await shop.WebstirAsync("update-job", "weekly", "--schedule", "@daily")).MustSucceed();
        (await shop.WebstirAsync(Export)).MustSucceed();
        Assert.That(await StatAsync(shop, "%u:%g %a", Crontab), Is.EqualTo($"{owner} 644"));
        Assert.That(await File.ReadAllTextAsync(shop.PathOf(Crontab)), Does.Contain("0 0 * * *"));
    }

    /// <summary>The owner is beyond a user who is not root, the group is not.</summary>
    [Test]
    public async Task A_member_of_the_files_group_leaves_it_to_the_group()
    {
        using Shop shop = NewShop();
        string owner = Environment.IsPrivilegedProcess ? $"{Colleague}:{Team}" : await StatAsync(shop, "%u:%g", Shop.Manifest);
        await GiveAsync(shop, Shop.Manifest, owner, "664");
        (await AsDeveloperAsync(shop, "add-job", "nightly")).MustSucceed();
        Assert.That(await StatAsync(shop, "%g %a", Shop.Manifest), Is.EqualTo($"{owner.Split(':')[1]} 664"));
    }

    [TestCase("644")]
    [TestCase("444")]
    public async Task A_file_that_the_user_may_not_write_is_write_protected(string mode)
    {
        using Shop shop = NewShop();
        // Without root there is nobody else's file to be had, and one's own is protected by its mode.
        await GiveAsync(shop, Shop.Manifest, Environment.IsPrivilegedProcess ? "0:0" : null, Environment.IsPrivilegedProcess ? mode : "444");
        FileTree before = shop.Everything;
        ProcessRun run = await AsDeveloperAsync(shop, "add-job", "nightly");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0204: The file cannot be written: It is write-protected."));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }

    /// <summary>All of the above.</summary>
    internal static async Task<int> HoldAllAsync()
    {
        var owners = new ManifestOwnerTests();
        string[] modes = ["644", "600", "664", "6755"];
        foreach (string mode in modes)
            await owners.Root_writes_what_is_somebody_elses_and_leaves_it_to_them(mode);
        await owners.So_with_the_file_of_an_export();
        await owners.A_member_of_the_files_group_leaves_it_to_the_group();
        await owners.A_file_that_the_user_may_not_write_is_write_protected("644");
        await owners.A_file_that_the_user_may_not_write_is_write_protected("444");
        return modes.Length + 4;
    }

    private static Shop NewShop() => new("""{"webstir":{"module":{"jobs":[{"name":"weekly","schedule":"@weekly"}]}}}""");

    private static async Task GiveAsync(Shop shop, string path, string? owner, string mode)
    {
        if (owner is not null)
            (await ProcessRun.Of("chown", [owner, path], shop.Root)).MustSucceed();
        (await ProcessRun.Of("chmod", [mode, path], shop.Root)).MustSucceed();
    }

    private static async Task<string> StatAsync(Shop shop, string format, string path) =>
        (await ProcessRun.Of("stat", ["-c", format, path], shop.Root)).MustSucceed().Output.TrimEnd();

    /// <summary>Runs the command as an ordinary user, whose the folders are: this one, if it is none but root.</summary>
    private static async Task<ProcessRun> AsDeveloperAsync(Shop shop, params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
            return await shop.WebstirAsync(arguments);
        string id = Developer.ToString(CultureInfo.InvariantCulture);
        (await ProcessRun.Of("chown", [id, Path.GetDirectoryName(shop.Root)!, ".", "src", "src/backend"], shop.Root)).MustSucceed();
        return await ProcessRun.Of("setpriv", [$"--reuid={id}", $"--regid={id}", $"--groups={Team}", .. Executable.CommandLine(arguments)], shop.Root, ("HOME", "/tmp"));
    }
}
