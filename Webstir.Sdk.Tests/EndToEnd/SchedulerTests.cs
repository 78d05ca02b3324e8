namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The scheduler and the server of a workspace that our own commands made.</summary>
public sealed class SchedulerTests
{
    private const string Scheduler = "build/backend/jobs/scheduler.js";

    private BackendWorkspace _workspace = null!;

    [OneTimeSetUp]
    public async Task Build()
    {
        _workspace = await BackendWorkspace.CreateAsync();
        await Add("tick", "rate(1 second)", "export function run(): void {}");
        await Add("slow", "rate(1 second)", "export const run = () => new Promise((resolve) => setTimeout(resolve, 1500));");
        await Add("seen", null, """
            const early = process.env.FIRST;
            export default function (): void {
              console.log([early, process.env.SECOND, process.env.THIRD].join());
            }
            """);
        await Add("throws", null, "export async function run() { throw new Error('no sessions table'); }");
        await Add("runless", null, "export const walk = 1;");
        await Add("unbuilt", null, "");
        _workspace.RemoveJob("unbuilt");
        _workspace.Replace("src/backend/index.ts", "{ status: 'ok', ", "{ seen: [process.env.FIRST, process.env.SECOND, process.env.THIRD].join(), ");
        _workspace.Write(".env", "FIRST=env\nSECOND=env\nTHIRD=env\n");
        _workspace.Write(".env.local", "FIRST=local\nSECOND=local\n");
        (await _workspace.Build()).MustSucceed();
    }

    [OneTimeTearDown]
    public void Remove() => _workspace?.Dispose();

    [Test]
    public async Task Watch_runs_a_rate_of_one_second_every_second_and_says_which_runs_it_skips()
    {
        using RunningProgram watch = _workspace.Start("node", [Scheduler, "--watch"]);
        await watch.SaysAsync("\"job\":\"tick\"");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        int ticks = watch.Count("\"job\":\"tick\"") / 2;
        double seconds = clock.Elapsed.TotalSeconds;

        Assert.That(await watch.StopAsync("TERM"), Is.Zero);

        Assert.That(ticks, Is.InRange((int)seconds, (int)seconds + 2));
        Assert.That(watch.Said.Split('\n'), Has.Some.Match("\"level\":\"warn\".*\"job\":\"slow\".*\"outcome\":\"skipped\".*job skipped: still running"));
        Assert.That(watch.Said, Does.Contain("\"msg\":\"shut down\""));
    }

    [Test]
    public async Task Watch_of_one_job_leaves_the_others_alone()
    {
        using RunningProgram watch = _workspace.Start("node", [Scheduler, "--watch", "--job", "tick"]);
        await watch.SaysAsync("\"job\":\"tick\"");
        Assert.That(await watch.StopAsync("INT"), Is.Zero);
        Assert.That(watch.Count("\"job\":\"slow\""), Is.Zero);
    }

    [TestCase(Scheduler, "--job", "seen")]
    [TestCase("build/backend/jobs/seen/index.js")]
    public async Task A_job_sees_the_environment_before_env_local_before_env(params string[] arguments)
    {
        ProcessRun run = (await _workspace.Run("node", arguments, ("FIRST", "shell"))).MustSucceed();
        Assert.That(run.Lines, Has.One.EqualTo("shell,local,env"));
    }

    [Test]
    public async Task A_handler_sees_the_environment_before_env_local_before_env()
    {
        using var server = new RunningServer();
        using RunningProgram program = _workspace.Start("node", ["build/backend/index.js"], server.Variable, ("FIRST", "shell"));
        await server.AnswersAsync("\"seen\":\"shell,local,env\"", program);
        Assert.That(await program.StopAsync("TERM"), Is.Zero);
    }

    [TestCase("throws", "Job 'throws' failed: no sessions table\n")]
    [TestCase("runless", "Job 'runless' failed: it exports no run function. Add one to src/backend/jobs/runless/index.ts: export async function run() {}\n")]
    [TestCase("thorws", "Job 'thorws' is not in package.json. Did you mean 'throws'? The option --list shows all jobs.\n")]
    public async Task A_failure_is_named_on_stderr_with_exit_code_1(string job, string message)
    {
        ProcessRun run = await _workspace.Scheduler("--job", job);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Is.EqualTo(message));
    }

    [Test]
    public async Task A_job_that_was_not_built_says_how_to_build_it()
    {
        ProcessRun run = await _workspace.Scheduler("--job", "unbuilt");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("Job 'unbuilt' failed: its module ").And.EndsWith("does not exist. Build it: webstir build --runtime backend\n"));
    }

    [Test]
    public async Task A_direct_run_that_fails_says_the_same_as_the_scheduler()
    {
        ProcessRun run = await _workspace.Node("build/backend/jobs/throws/index.js");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Is.EqualTo("Job 'throws' failed: no sessions table\n"));
    }

    private async Task Add(string name, string? schedule, string source)
    {
        (await _workspace.Webstir(["add-job", name, .. schedule is null ? Array.Empty<string>() : ["--schedule", schedule]])).MustSucceed();
        _workspace.WriteJob(name, source);
    }
}
