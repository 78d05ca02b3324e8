namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The how-to "Add a Backend Job", from its first line to its last, on a workspace that was made for it once.</summary>
public sealed class HowToTests
{
    private const string Cleanup = "src/backend/jobs/cleanup/index.ts";

    private BackendWorkspace _workspace = null!;
    private ProcessRun _addCleanup = null!;
    private string _stub = "";
    private ProcessRun _build = null!;

    [OneTimeSetUp]
    public async Task Follow_the_steps()
    {
        _workspace = await BackendWorkspace.CreateAsync();
        _addCleanup = await _workspace.Webstir("add-job", "cleanup");
        _stub = _workspace.Read(Cleanup);
        (await _workspace.Webstir("add-job", "nightly", "--schedule", "0 0 * * *", "--description", "Nightly maintenance window", "--priority", "5")).MustSucceed();
        (await _workspace.Webstir("add-job", "report", "--schedule", "@daily", "--priority", "whenever there is time")).MustSucceed();
        _workspace.Write(Cleanup, SampleJob.Text);
        _build = await _workspace.Build();
    }

    [OneTimeTearDown]
    public void Remove() => _workspace?.Dispose();

    [Test]
    public void Webstir_add_job_cleanup_creates_index_ts_with_a_run_function()
    {
        _addCleanup.MustSucceed();
        Assert.That(_addCleanup.Lines[0], Does.StartWith($"CREATE {Cleanup} ("));
        Assert.That(_stub, Does.StartWith("export async function run(): Promise<void> {\n"));
    }

    [Test]
    public void It_adds_name_cleanup_to_webstir_module_jobs_in_package_json() =>
        Assert.That(Jobs()[0], Is.EqualTo("""{"name":"cleanup"}"""));

    [Test]
    public void Add_metadata_as_needed_schedule_description_and_priority_that_is_a_number_or_a_label() => Assert.That(Jobs().Skip(1), Is.EqualTo(
    [
        """{"name":"nightly","schedule":"0 0 * * *","description":"Nightly maintenance window","priority":5}""",
        """{"name":"report","schedule":"@daily","priority":"whenever there is time"}""",
    ]));

    [Test]
    public void Rebuild_with_runtime_backend_type_checks_the_sample_word_for_word()
    {
        _build.MustSucceed();
        Assert.That(_build.Output, Is.EqualTo("Built build/backend: 3 jobs.\n"));
    }

    [Test]
    public async Task List_metadata_with_list()
    {
        ProcessRun run = (await _workspace.Scheduler("--list")).MustSucceed();
        string[][] rows = [.. run.Lines.Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        Assert.That(rows[0], Is.EqualTo(["NAME", "SCHEDULE", "DESCRIPTION", "PRIORITY", "NEXT RUN"]));
        Assert.That(rows[1], Is.EqualTo(["cleanup", "-", "-", "-", "-"]));
        Assert.That(rows[2][..4], Is.EqualTo(["nightly", "0 0 * * *", "Nightly maintenance window", "5"]));
        Assert.That(rows[3][..4], Is.EqualTo(["report", "@daily", "-", "whenever there is time"]));
    }

    [Test]
    public async Task Run_once_with_job_nightly_emits_structured_logs()
    {
        ProcessRun run = (await _workspace.Scheduler("--job", "nightly")).MustSucceed();
        Assert.That(run.Lines, Has.One.EqualTo("[jobs] nightly: nothing to do yet"));
        Assert.That(run.Lines, Has.One.Match("\"job\":\"nightly\".*\"schedule\":\"0 0 [*] [*] [*]\".*\"outcome\":\"succeeded\""));
    }

    [Test]
    public async Task Simple_watcher_with_watch_waits_until_it_is_told_to_end()
    {
        using RunningProgram watch = _workspace.Start("node", ["build/backend/jobs/scheduler.js", "--watch"]);
        await watch.SaysAsync("\"msg\":\"watching\"");
        Assert.That(await watch.StopAsync("TERM"), Is.Zero);
        Assert.That(watch.Count("job started"), Is.Zero);
    }

    [Test]
    public async Task Direct_execution_of_the_built_index_js_runs_the_job_once()
    {
        ProcessRun run = (await _workspace.Node("build/backend/jobs/nightly/index.js")).MustSucceed();
        Assert.That(run.Lines, Has.One.EqualTo("[jobs] nightly: nothing to do yet"));
        Assert.That(run.Lines, Has.One.Contains("\"msg\":\"job started\""));
    }

    [Test]
    public async Task Inspect_the_manifest_to_confirm_name_schedule_description_and_priority()
    {
        ProcessRun run = (await _workspace.Webstir("backend-inspect")).MustSucceed();
        Assert.That(run.Lines, Has.One.Match("^cleanup +- +- +- +- +yes$"));
        Assert.That(run.Lines, Has.One.Match(@"^nightly +0 0 \* \* \* +Nightly maintenance window +5 .* yes$"));
        Assert.That(run.Lines, Has.One.Match("^report +@daily +- +whenever there is time .* yes$"));
    }

    [Test]
    public async Task The_sample_deletes_exactly_the_stale_rows()
    {
        await Database("insert into sessions values (1, datetime('now', '-1 day')), (2, datetime('now', '+1 day')), (3, datetime('now', '-1 minute')), (4, null)");
        Assert.That((await Sample()).Lines, Has.One.EqualTo("[jobs] cleaned sessions { count: 2 }"));
        Assert.That(await Database("select 1"), Is.EqualTo("2,4"));
    }

    [Test]
    public async Task The_sample_says_when_there_are_no_sessions_to_clean()
    {
        await Database("insert into sessions values (5, datetime('now', '+1 minute')), (6, datetime('now', '+1 year'))");
        Assert.That((await Sample()).Lines, Has.One.EqualTo("[jobs] no sessions to clean"));
        Assert.That(await Database("select 1"), Is.EqualTo("5,6"));
    }

    [SetUp]
    public void Start_without_a_database()
    {
        if (Directory.Exists(_workspace.PathOf("data")))
            Directory.Delete(_workspace.PathOf("data"), recursive: true);
    }

    private string[] Jobs()
    {
        using var manifest = System.Text.Json.JsonDocument.Parse(_workspace.Read("package.json"));
        return [.. manifest.RootElement.GetProperty("webstir").GetProperty("module").GetProperty("jobs").EnumerateArray()
            .Select(job => System.Text.Json.Nodes.JsonNode.Parse(job.GetRawText())!.ToJsonString())];
    }

    private async Task<ProcessRun> Sample() =>
        (await _workspace.Run(await NodePrograms.NewerNodeAsync(), ["build/backend/jobs/scheduler.js", "--job", "cleanup"])).MustSucceed();

    /// <summary>Runs a statement past all of our own code, and gives the ids that are in the table then.</summary>
    private async Task<string> Database(string statement)
    {
        Directory.CreateDirectory(_workspace.PathOf("data"));
        string script = $"""
            const db = new (require('node:sqlite').DatabaseSync)('data/dev.sqlite');
            db.exec('create table if not exists sessions (id integer primary key, expires_at text)');
            db.exec(`{statement}`);
            console.log(db.prepare('select id from sessions order by id').all().map((row) => row.id).join());
            """;
        return (await _workspace.Run(await NodePrograms.NewerNodeAsync(), ["-e", script])).MustSucceed().Output.Trim();
    }
}
