using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs that find the workspace locked by another process.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed partial class HeldLockTests
{
    private const int CurrentFolder = -100;
    private const uint Swap = 2;

    /// <summary>Held for longer than it takes until a run says that it waits.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(3.5);

    [TestCase(null)]
    [TestCase("1")]
    public async Task A_run_gives_up_when_it_has_waited_as_long_as_it_was_told_to(string? disableFileLocking)
    {
        using var shop = new Shop();
        FileTree before = shop.State;
        using var holder = new LockHolder(shop.Root);
        ProcessRun run = await Executable.RunAsync(
            shop.Root, [("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", disableFileLocking)], "add-job", "nightly", "--wait", "3");
        holder.Kill();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("(?im)wait.*\n[^\n]*: error WEB0210: "));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [Test]
    public async Task A_run_goes_on_when_the_holder_dies()
    {
        using var shop = new Shop();
        using var holder = new LockHolder(shop.Root);
        Task<ProcessRun> run = shop.WebstirAsync("add-job", "nightly");
        await Task.Delay(Held);
        bool hadEnded = run.IsCompleted;
        holder.Kill();

        Assert.That((await run).MustSucceed().Error, Does.Match("(?i)wait"), "It says what it waits for.");
        Assert.That(hadEnded, Is.False, "It did not wait.");
        Assert.That(shop.State, Does.ContainKey("src/backend/jobs/nightly/index.ts"));
    }

    [Test]
    public async Task A_lock_of_a_folder_that_another_one_has_replaced_is_none()
    {
        using var shop = new Shop();
        using var holder = new LockHolder(shop.Root);
        Task<ProcessRun> run = shop.WebstirAsync("add-job", "nightly", "--wait", "3");
        await Task.Delay(TimeSpan.FromSeconds(1));
        FileTree state = shop.State;
        using var other = new Shop();
        using var next = new LockHolder(other.Root);
        Assert.That(Exchange(CurrentFolder, shop.Root, CurrentFolder, other.Root, Swap), Is.Zero);
        holder.Kill();
        Assert.That((await run).Error, Does.Contain("error WEB0210: "));
        Assert.That((shop.State, other.State), Is.EqualTo((state, state)));
    }

    /// <summary>A child that was forked and starts no other program keeps all that is open, or for a moment one that does.</summary>
    [Test]
    public async Task A_copy_of_the_handle_in_a_child_does_not_keep_the_lock()
    {
        using var shop = new Shop();
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        int copy = -1;
        new JobScaffolder(shop.Root).UpdateJob(JobName.Parse("nightly"), job =>
        {
            copy = Duplicate(HandleOf(shop.Root));
            return job with { Schedule = "0 0 * * *" };
        });
        using var kept = new SafeFileHandle(copy, ownsHandle: true);
        Assert.That(kept.IsInvalid, Is.False);
        (await shop.WebstirAsync("add-job", "weekly", "--wait", "0")).MustSucceed();
    }

    /// <summary>There, a folder's lock is known on one machine only. strace says that the workspace is on such a file system.</summary>
    [TestCase("6969000000000000", "NFS")]
    [TestCase("424d53ff00000000", "SMB")]
    public async Task On_a_network_file_system_it_says_that_other_machines_do_not_see_the_lock(string type, string name)
    {
        using var shop = new Shop();
        (ProcessRun run, _) = await Strace.InjectAsync(shop.Root, ["-e", $"inject=fstatfs:poke_exit=@arg2={type}"], "add-job", "nightly");
        run.MustSucceed();
        Assert.That(run.Error, Does.Match($"warning WEB0215: [^\n]*{name}[^\n]*this machine"));
        Assert.That(shop.Jobs, Is.EqualTo(["nightly"]));
    }

    [TestCase("ENOLCK")]
    [TestCase("EOPNOTSUPP")]
    [TestCase("ENOSYS")]
    public async Task Where_nothing_can_be_locked_it_refuses_and_says_so(string error)
    {
        using var shop = new Shop();
        FileTree before = shop.State;
        (ProcessRun run, _) = await Strace.InjectAsync(shop.Root, ["-e", $"inject=flock:error={error}"], "add-job", "nightly");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("^[^\n]*error WEB0211: [^\n]*local disk[^\n]*\n$"));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [Test]
    public async Task The_lock_leaves_nothing_that_could_be_committed()
    {
        using var shop = new Shop();
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(shop.State.Keys, Is.EqualTo(
            ["package.json", "src/", "src/backend/", "src/backend/jobs/", "src/backend/jobs/nightly/", "src/backend/jobs/nightly/index.ts"]));
    }

    private static int HandleOf(string path) => int.Parse(
        Path.GetFileName(Directory.GetFileSystemEntries("/proc/self/fd").Single(handle => new FileInfo(handle).LinkTarget == path)), CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Exchange(int folder, string one, int otherFolder, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Duplicate(int descriptor);
}
