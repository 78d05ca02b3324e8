using System.Runtime.Versioning;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F14, by processes; what goes without one is in <see cref="Cli.FileSafetyTests"/>.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
[Parallelizable(ParallelScope.All)]
public sealed class ManifestLinkTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    public async Task A_relative_link_is_followed_from_where_it_lies_and_not_from_the_current_folder()
    {
        using var shop = new Shop();
        Link(shop, "config/shop.json", "config/shop.json");
        (await Executable.RunAsync(shop.Outside, "add-job", "nightly", "--workspace", "../shop")).MustSucceed();
        Assert.That(new FileInfo(shop.PathOf(Shop.Manifest)).LinkTarget, Is.EqualTo("config/shop.json"));
        Assert.That(await File.ReadAllTextAsync(shop.PathOf("config/shop.json")), Does.Contain("\"nightly\""));
        Assert.That(FileTree.Read(shop.Outside).Keys, Is.EqualTo(["canary"]));
    }

    [Test]
    public async Task Every_link_of_a_chain_stays()
    {
        using var shop = new Shop();
        Link(shop, "config/shop.json", "a.json");
        File.CreateSymbolicLink(shop.PathOf("a.json"), "config/b.json");
        File.CreateSymbolicLink(shop.PathOf("config/b.json"), shop.PathOf("config/shop.json"));
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(new[] { Shop.Manifest, "a.json", "config/b.json" }.Select(path => new FileInfo(shop.PathOf(path)).LinkTarget),
            Is.EqualTo(["a.json", "config/b.json", shop.PathOf("config/shop.json")]));
        Assert.That(new FileInfo(shop.PathOf("config/shop.json")).LinkTarget, Is.Null);
        Assert.That(await File.ReadAllTextAsync(shop.PathOf("config/shop.json")), Does.Contain("\"nightly\""));
    }

    [TestCase("gone.json", "WEB0202", Description = "Dangling")]
    [TestCase("package.json", "WEB020[23]", Description = "Loop")]
    public async Task A_link_to_nowhere_is_refused(string target, string code)
    {
        using var shop = new Shop();
        File.Delete(shop.PathOf(Shop.Manifest));
        File.CreateSymbolicLink(shop.PathOf(Shop.Manifest), target);
        ProcessRun run = await shop.WebstirAsync("add-job", "nightly", "--workspace", ".");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match($"error {code}: "));
        Assert.That(new FileInfo(shop.PathOf(Shop.Manifest)).LinkTarget, Is.EqualTo(target));
        Assert.That(Directory.GetFileSystemEntries(shop.Root).Select(Path.GetFileName), Is.EquivalentTo([Shop.Manifest, "src"]));
    }

    [TestCase("add-job")]
    [TestCase("remove-job")]
    [TestCase("update-job")]
    public async Task A_link_out_of_the_workspace_is_refused(string command)
    {
        using var shop = new Shop("""{"webstir":{"module":{"jobs":[{"name":"nightly"}]}}}""");
        string target = Path.Join(shop.Outside, "shop.json");
        Link(shop, "../outside/shop.json", target);
        FileTree before = shop.Everything;
        ProcessRun run = await shop.WebstirAsync([command, command == "add-job" ? "weekly" : "nightly", .. command == "update-job" ? ["--priority", "5"] : Array.Empty<string>()]);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0209: "));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }

    [Test]
    public async Task A_file_with_two_names_is_refused()
    {
        using var shop = new Shop();
        string other = Path.Join(shop.Outside, "other.json");
        (await ProcessRun.Of("ln", [shop.PathOf(Shop.Manifest), other], shop.Root)).MustSucceed();
        FileTree before = shop.Everything;
        ProcessRun run = await shop.WebstirAsync("add-job", "nightly");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("error WEB02[0-9]{2}: .*(?i)link"));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }

    /// <summary>The mode is the file's own, whatever the mask for new files is.</summary>
    [TestCase(Owner)]
    [TestCase(Owner | UnixFileMode.GroupRead)]
    [TestCase(Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    public async Task The_mode_is_kept(UnixFileMode mode)
    {
        using var shop = new Shop();
        File.SetUnixFileMode(shop.PathOf(Shop.Manifest), mode);
        (await ProcessRun.Of("sh", ["-c", "umask 077; exec \"$@\"", "sh", .. Executable.CommandLine("add-job", "nightly")], shop.Root)).MustSucceed();
        Assert.That(File.GetUnixFileMode(shop.PathOf(Shop.Manifest)), Is.EqualTo(mode));
    }

    [TestCase("add-job", "weekly")]
    [TestCase("remove-job", "nightly")]
    public async Task A_write_protected_file_is_refused(string command, string name)
    {
        using var shop = new Shop("""{"webstir":{"module":{"jobs":[{"name":"nightly"}]}}}""");
        File.SetUnixFileMode(shop.PathOf(Shop.Manifest), UnixFileMode.UserRead);
        FileTree before = shop.Everything;
        ProcessRun run = await shop.WebstirAsync(command, name);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0204: "));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }

    /// <summary>All of the above.</summary>
    internal static async Task<Tally> TryAsync()
    {
        var links = new ManifestLinkTests();
        var tally = new Tally();
        await tally.CountAsync("a relative link", links.A_relative_link_is_followed_from_where_it_lies_and_not_from_the_current_folder);
        await tally.CountAsync("a chain of links", links.Every_link_of_a_chain_stays);
        await tally.CountAsync("a dangling link", () => links.A_link_to_nowhere_is_refused("gone.json", "WEB0202"));
        await tally.CountAsync("a link to itself", () => links.A_link_to_nowhere_is_refused("package.json", "WEB020[23]"));
        foreach (string command in new[] { "add-job", "remove-job", "update-job" })
            await tally.CountAsync($"{command} with a link out of the workspace", () => links.A_link_out_of_the_workspace_is_refused(command));
        await tally.CountAsync("a hard link", links.A_file_with_two_names_is_refused);
        foreach (UnixFileMode mode in new[] { Owner, Owner | UnixFileMode.GroupRead, Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead })
            await tally.CountAsync($"the mode {mode}", () => links.The_mode_is_kept(mode));
        await tally.CountAsync("add-job to a write-protected file", () => links.A_write_protected_file_is_refused("add-job", "weekly"));
        await tally.CountAsync("remove-job from a write-protected file", () => links.A_write_protected_file_is_refused("remove-job", "nightly"));
        return tally;
    }

    /// <summary>Moves the manifest away, and puts a link in its place.</summary>
    private static void Link(Shop shop, string path, string link)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(shop.PathOf(path))!);
        File.Move(shop.PathOf(Shop.Manifest), shop.PathOf(path));
        File.CreateSymbolicLink(shop.PathOf(Shop.Manifest), link);
    }
}
