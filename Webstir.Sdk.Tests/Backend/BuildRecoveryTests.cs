using System.Globalization;
using System.Text;
using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.Reliability;
using Webstir.Sdk.Transactions;

namespace Webstir.Sdk.Tests.Backend;

/// <summary>Builds that find a change half made.</summary>
[Platform("Linux")]
public sealed class BuildRecoveryTests
{
    private const string Job = "export async function run(): Promise<void> {}\n";
    private const string Source = "src/backend/jobs/half/index.ts";
    private const string TransactionJournal = ".webstir/journal";

    private BackendWorkspace _workspace = null!;

    [SetUp]
    public async Task Create() => _workspace = await BackendWorkspace.CreateAsync();

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task A_job_that_was_not_decided_is_taken_back_and_not_built()
    {
        LeaveHalfMade();
        ProcessRun run = (await _workspace.Build()).MustSucceed();
        Assert.That(run.Output, Is.EqualTo("Built build/backend: 0 jobs.\n"));
        Assert.That(File.Exists(_workspace.PathOf(Source)), Is.False);
        Assert.That(File.Exists(_workspace.PathOf(TransactionJournal)), Is.False);
    }

    [Test]
    public async Task So_it_is_when_a_watch_begins()
    {
        LeaveHalfMade();
        using var server = new RunningServer();
        using RunningProgram watch = _workspace.Start("dotnet", [BackendWorkspace.Command, "watch"], server.Variable);
        await watch.SaysAsync("(0 jobs)");
        Assert.That(File.Exists(_workspace.PathOf(Source)), Is.False);
        await watch.StopAsync("TERM");
    }

    [Test]
    public async Task A_build_waits_for_a_change_that_is_being_made()
    {
        LeaveHalfMade();
        using var holder = new LockHolder(_workspace.Root);
        Task<ProcessRun> build = _workspace.Build();
        await Task.Delay(TimeSpan.FromSeconds(4));
        bool hadEnded = build.IsCompleted;
        holder.Kill();
        Assert.That(hadEnded, Is.False, "It did not wait.");
        Assert.That((await build).MustSucceed().Error, Does.Match("(?i)wait"), "It says what it waits for.");
    }

    [Test]
    public async Task A_build_gives_up_when_it_has_waited_as_long_as_it_was_told_to()
    {
        LeaveHalfMade();
        using var holder = new LockHolder(_workspace.Root);
        ProcessRun run = await _workspace.Webstir("build", "--wait", "0");
        holder.Kill();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("^[^\n]*error WEB0210: [^\n]*\n$"));
        Assert.That(Directory.Exists(_workspace.PathOf("build")), Is.False);
    }

    /// <summary>It changes nothing that the lock is for; a change that begins meanwhile is the next build's affair.</summary>
    [Test]
    public async Task Where_no_change_is_half_made_a_build_takes_no_lock()
    {
        using var holder = new LockHolder(_workspace.Root);
        ProcessRun run = await _workspace.Webstir("build", "--wait", "0");
        holder.Kill();
        run.MustSucceed();
    }

    [Test]
    public async Task Sources_that_nobody_may_write_are_built()
    {
        _workspace.WriteJob("cleanup", Job);
        (await OnReadOnlySourcesAsync()).MustSucceed();
        (await _workspace.Node("build/backend/jobs/cleanup/index.js")).MustSucceed();
    }

    /// <summary>What stands there may be half of something: it is not to be deployed.</summary>
    [Test]
    public async Task Sources_that_nobody_may_write_are_not_built_while_a_change_is_half_made()
    {
        LeaveHalfMade();
        ProcessRun run = await OnReadOnlySourcesAsync();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match("^[^\n]*error WEB0204: What an interrupted run left cannot be tidied up: [^\n]*\n$"));
        Assert.That(Directory.Exists(_workspace.PathOf("build")), Is.False);
    }

    /// <summary>What a run leaves that is killed after it has put the job's source in its place, and before the manifest.</summary>
    private void LeaveHalfMade()
    {
        uint before = Journal.Checksum(File.ReadAllBytes(_workspace.PathOf("package.json")));
        string journal = string.Create(CultureInfo.InvariantCulture, $"webstir-journal 1\nmanifest {before:x8} {before + 1:x8}\nfolder half {Encoding.UTF8.GetByteCount(Job)}\n{Job}\nend\n");
        _workspace.Write(Source, Job);
        _workspace.Write(TransactionJournal, journal);
        _workspace.Write(".package.json.webstir", "{}");
    }

    private async Task<ProcessRun> OnReadOnlySourcesAsync()
    {
        const string Script = """mount --bind src src && mount -o remount,ro,bind src && exec "$@" """;
        return await _workspace.Run("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", Script, "sh", "dotnet", BackendWorkspace.Command, "build"]);
    }
}
