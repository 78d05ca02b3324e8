using Webstir.Cli.Help;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Commands that change a workspace wait for each other, and say so; <see cref="HeldLockTests"/> has the rest, for one of them.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class EveryCommandLocksTests
{
    private static readonly string[][] Commands =
    [
        ["add-job", "nightly"],
        ["export", "--to", "crontab", "--set", "workingDirectory=/srv/shop"],
        ["init", "."],
    ];

    [TestCaseSource(nameof(Commands))]
    public async Task It_says_that_it_waits_and_gives_up_when_it_was_told_to(params string[] command)
    {
        using Shop shop = ShopFor(command);
        FileTree before = shop.State;
        using var holder = new LockHolder(shop.Root);
        ProcessRun run = await shop.WebstirAsync([.. command, "--wait", "3"]);
        holder.Kill();
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match("(?im)^waiting for another process [^\n]*\n[^\n]*: error WEB0210: [^\n]* 3 seconds"));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Commands))]
    public async Task It_goes_on_when_the_holder_dies(params string[] command)
    {
        using Shop shop = ShopFor(command);
        using var holder = new LockHolder(shop.Root);
        Task<ProcessRun> run = shop.WebstirAsync(command);
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        bool hadEnded = run.IsCompleted;
        holder.Kill();
        Assert.That((await run).MustSucceed().Error, Does.Match("(?im)^waiting for another process "));
        Assert.That(hadEnded, Is.False, "It did not wait.");
    }

    /// <summary>There, a folder's lock is known on one machine only. strace says that the workspace is on such a file system.</summary>
    [TestCaseSource(nameof(Commands))]
    public async Task On_a_network_file_system_it_says_that_other_machines_do_not_see_the_lock(params string[] command)
    {
        using Shop shop = ShopFor(command);
        ProcessRun run = (await OnFileSystemAsync("6969000000000000", shop, command)).MustSucceed();
        Assert.That(run.Error, Does.Match("(?m)^[^\n]*: warning WEB0215: [^\n]*NFS[^\n]*this machine"));
    }

    [TestCase("56426f7800000000", "VirtualBox")]
    [TestCase("d00bd00b00000000", "Lustre")]
    [TestCase("5346504700000000", "GPFS")]
    public async Task The_file_system_is_named(string type, string name)
    {
        using Shop shop = ShopFor(Commands[0]);
        ProcessRun run = (await OnFileSystemAsync(type, shop, Commands[0])).MustSucceed();
        Assert.That(run.Error, Does.Match($"warning WEB0215: [^\n]*{name}[^\n]*this machine"));
    }

    /// <summary>One number stands for all file systems in user space, those of a disk as well as those of a network.</summary>
    [Test]
    public async Task Of_a_file_system_in_user_space_nothing_is_said()
    {
        using Shop shop = ShopFor(Commands[0]);
        ProcessRun run = (await OnFileSystemAsync("4655736500000000", shop, Commands[0])).MustSucceed();
        Assert.That(run.Error, Does.Not.Contain("WEB0215"));
    }

    [Test]
    public async Task The_page_on_the_warning_shows_it_as_it_is_printed()
    {
        using Shop shop = ShopFor(Commands[0]);
        ProcessRun run = (await OnFileSystemAsync("6969000000000000", shop, Commands[0])).MustSucceed();
        string warning = run.Error.Split('\n').Single(line => line.Contains("WEB0215", StringComparison.Ordinal));
        Assert.That(HelpPages.Find("WEB0215"), Does.Contain("\n    .: " + warning[warning.IndexOf("warning", StringComparison.Ordinal)..] + "\n"));
    }

    /// <summary>A workspace; for <c>init</c>, an empty folder.</summary>
    private static Shop ShopFor(string[] command)
    {
        var shop = new Shop("""{"webstir":{"module":{"jobs":[{"name":"weekly","schedule":"@weekly"}]}}}""");
        if (command[0] != "init")
            return shop;
        Directory.Delete(shop.Root, recursive: true);
        Directory.CreateDirectory(shop.Root);
        return shop;
    }

    private static async Task<ProcessRun> OnFileSystemAsync(string type, Shop shop, string[] command)
    {
        string[] arguments = command[0] == "init" ? ["init", shop.Root] : command;
        return (await Strace.InjectAsync(shop.Root, ["-e", $"inject=fstatfs:poke_exit=@arg2={type}"], arguments)).Run;
    }
}
