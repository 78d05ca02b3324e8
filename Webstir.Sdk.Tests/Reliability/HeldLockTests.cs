using System.Diagnostics;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs that find the workspace locked by another process.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class HeldLockTests
{
    /// <summary>Held for longer than it takes until a run says that it waits.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(3.5);

    [TestCase(null)]
    [TestCase("1")]
    public async Task A_run_gives_up_when_it_has_waited_as_long_as_it_was_told_to(string? disableFileLocking)
    {
        using var shop = new Shop();
        FileTree before = shop.State;
        using Process holder = Hold(shop);
        ProcessRun run = await Executable.RunAsync(
            shop.Root, [("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", disableFileLocking)], "add-job", "nightly", "--wait", "3");
        End(holder);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("(?im)wait.*\n[^\n]*: error WEB0210: "));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [Test]
    public async Task A_run_goes_on_when_the_holder_dies()
    {
        using var shop = new Shop();
        using Process holder = Hold(shop);
        Task<ProcessRun> run = shop.WebstirAsync("add-job", "nightly");
        await Task.Delay(Held);
        bool hadEnded = run.IsCompleted;
        End(holder);

        Assert.That((await run).MustSucceed().Error, Does.Match("(?i)wait"), "It says what it waits for.");
        Assert.That(hadEnded, Is.False, "It did not wait.");
        Assert.That(shop.State, Does.ContainKey("src/backend/jobs/nightly/index.ts"));
    }

    [Test]
    public async Task The_lock_leaves_nothing_that_could_be_committed()
    {
        using var shop = new Shop();
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(shop.State.Keys, Is.EqualTo(
            ["package.json", "src/", "src/backend/", "src/backend/jobs/", "src/backend/jobs/nightly/", "src/backend/jobs/nightly/index.ts"]));
    }

    /// <summary>https://man7.org/linux/man-pages/man1/flock.1.html</summary>
    private static Process Hold(Shop shop)
    {
        var start = new ProcessStartInfo("flock", ["--no-fork", shop.Root, "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true };
        Process holder = Process.Start(start)!;
        Assert.That(holder.StandardOutput.ReadLine(), Is.EqualTo("held"));
        return holder;
    }

    private static void End(Process holder)
    {
        holder.Kill();
        Assert.That(holder.WaitForExit(TimeSpan.FromSeconds(10)));
    }
}
