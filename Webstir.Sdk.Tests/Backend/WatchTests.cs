using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Backend;

/// <summary><c>webstir watch</c> as a process, with a real server beneath it.</summary>
public sealed class WatchTests
{
    private const string Server = "src/backend/index.ts";
    private const string Job = "export async function run(): Promise<void> {}\n";

    private BackendWorkspace _workspace = null!;
    private RunningServer _server = null!;
    private RunningProgram _watch = null!;

    [SetUp]
    public async Task Start()
    {
        _workspace = await BackendWorkspace.CreateAsync();
        _server = new RunningServer();
        // A session of its own, as a terminal would give it: a signal to its group is Ctrl-C.
        _watch = _workspace.Start("setsid", ["dotnet", BackendWorkspace.Command, "watch", "--runtime", "backend"], _server.Variable);
        await _server.AnswersAsync("\"status\":\"ok\"", _watch);
    }

    [TearDown]
    public async Task Stop()
    {
        await TestContext.Out.WriteLineAsync(_watch.Said);
        _watch.Dispose();
        _server.Dispose();
        _workspace.Dispose();
    }

    [Test]
    public async Task A_change_restarts_the_server_with_the_new_code()
    {
        _workspace.Replace(Server, "status: 'ok'", "status: 'changed'");
        await _server.AnswersAsync("\"status\":\"changed\"", _watch);
        Assert.That(_watch.Count("webstir: node build/backend/index.js"), Is.EqualTo(2));
        Assert.That(_watch.Count("The server ended"), Is.Zero, "A server that was asked to end is no news.");
    }

    [Test]
    public async Task Job_folders_that_come_and_go_are_built_and_removed()
    {
        _workspace.WriteJob("cleanup", Job);
        await _watch.SaysAsync("(1 job)");
        (await _workspace.Node("build/backend/jobs/cleanup/index.js")).MustSucceed();

        _workspace.RemoveJob("cleanup");
        await _watch.SaysAsync("(0 jobs)", times: 2);
        Assert.That(File.Exists(_workspace.PathOf("build/backend/jobs/cleanup/index.js")), Is.False);
    }

    [Test]
    public async Task A_job_that_add_job_makes_is_picked_up_with_its_entry()
    {
        (await _workspace.Webstir("add-job", "nightly", "--schedule", "0 0 * * *")).MustSucceed();
        await Eventually.HoldsAsync(() => _workspace.Read(".webstir/backend-manifest.json").Contains("nightly", StringComparison.Ordinal), () => _watch.Said);
        (await _workspace.Scheduler("--job", "nightly")).MustSucceed();
    }

    [Test]
    public async Task A_syntax_error_is_said_and_mended_while_the_old_server_serves()
    {
        _workspace.Replace(Server, "status: 'ok'", "status: = 'broken'");
        await _watch.SaysAsync("src/backend/index.ts(18,");
        await _watch.SaysAsync("webstir: Not built");
        await _server.AnswersAsync("\"status\":\"ok\"", _watch);

        _workspace.Replace(Server, "status: = 'broken'", "status: 'mended'");
        await _server.AnswersAsync("\"status\":\"mended\"", _watch);
    }

    [Test]
    public async Task A_type_error_is_said_and_the_server_runs_all_the_same()
    {
        _workspace.Replace(Server, "status: 'ok'", "status: 'typed' as number");
        await _server.AnswersAsync("\"status\":\"typed\"", _watch);
        await _watch.SaysAsync("error TS2352");
    }

    [Test]
    public async Task A_package_json_that_is_broken_for_a_moment_does_not_end_the_watch()
    {
        string good = _workspace.Read("package.json");
        _workspace.Write("package.json", "{ \"name\": ");
        await _watch.SaysAsync("webstir: Not built");
        _workspace.Write("package.json", good);
        await _watch.SaysAsync("webstir: Built in", times: 2);
        await _server.AnswersAsync("\"status\":\"ok\"", _watch);
    }

    [Test]
    public async Task A_server_that_ends_by_itself_is_reported_and_started_after_the_next_change()
    {
        string good = _workspace.Read(Server);
        _workspace.Write(Server, good + "setTimeout(() => process.exit(3), 1);\n");
        await _watch.SaysAsync("The server ended with exit code 3.");
        _workspace.Write(Server, good);
        await _server.AnswersAsync("\"status\":\"ok\"", _watch);
    }

    [Test]
    public async Task The_environment_file_is_read_anew_after_a_change()
    {
        _workspace.Replace(Server, "status: 'ok'", "status: env.get('MOOD', 'none')");
        await _server.AnswersAsync("\"status\":\"none\"", _watch);
        _workspace.Write(".env", "MOOD=merry\n");
        await _server.AnswersAsync("\"status\":\"merry\"", _watch);
    }

    [TestCase("TERM", false)]
    [TestCase("INT", false)]
    [TestCase("INT", true, Description = "Ctrl-C in a terminal: the whole group is told.")]
    public async Task A_signal_ends_it_with_0_and_no_child_is_left(string signal, bool toGroup)
    {
        await _watch.SaysAsync("No type errors");
        string[] before = Processes.In(_workspace.Root);
        Assert.That(before, Has.Length.GreaterThanOrEqualTo(2), "The watch and its server.");

        Assert.That(await _watch.StopAsync(signal, toGroup), Is.Zero);

        Assert.That(Processes.In(_workspace.Root), Is.Empty);
        Assert.That(await _server.GetAsync(), Is.Empty);
    }

    [Test]
    public async Task What_the_server_started_and_left_behind_ends_with_the_watch()
    {
        await _watch.SaysAsync("No type errors");
        _workspace.Write("src/backend/index.ts", "import { spawn } from 'node:child_process';\nspawn('sleep', ['777'], { stdio: 'inherit' });\n" + _workspace.Read("src/backend/index.ts"));
        await Eventually.HoldsAsync(() => Processes.In(_workspace.Root).Any(process => process.Contains("sleep", StringComparison.Ordinal)), () => _watch.Said);

        Assert.That(await _watch.StopAsync("TERM", toGroup: false), Is.Zero);
        Assert.That(Processes.In(_workspace.Root), Is.Empty);
    }

    [Test]
    public async Task A_source_folder_that_was_moved_away_and_made_anew_is_watched_again()
    {
        await _watch.SaysAsync("No type errors");
        Directory.Move(_workspace.PathOf("src"), _workspace.PathOf("old"));
        await Eventually.HoldsAsync(() => _watch.Said.Contains("Not built", StringComparison.Ordinal) || _watch.Said.Contains("Built in", StringComparison.Ordinal), () => _watch.Said);
        Directory.Move(_workspace.PathOf("old"), _workspace.PathOf("src"));
        await Task.Delay(TimeSpan.FromSeconds(1));

        _workspace.WriteJob("late", "export async function run() {}\n");
        await _watch.SaysAsync("(1 job)");
    }
}
