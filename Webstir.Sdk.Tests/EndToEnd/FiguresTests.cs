using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>
/// Figures, which are printed; they take a minute, and want the machine to themselves:
/// <c>dotnet test --logger "console;verbosity=detailed" -- NUnit.Where="cat == Figures"</c>
/// </summary>
[Category("Figures")]
public sealed class FiguresTests
{
    private const string Scheduler = "build/backend/jobs/scheduler.js";
    private const int Rounds = 21;

    private BackendWorkspace _workspace = null!;

    [SetUp]
    public async Task Create() => _workspace = await BackendWorkspace.CreateAsync();

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task Build_of_50_jobs_against_esbuild_alone()
    {
        ManyJobs.AddTo(_workspace, 50);
        (await _workspace.Build()).MustSucceed();
        string esbuild = Directory.GetFiles(_workspace.PathOf("node_modules/@esbuild"), "esbuild", SearchOption.AllDirectories).Single();
        string[] bundle =
        [
            "index=src/backend/index.ts", "jobs/scheduler=src/backend/jobs/scheduler.ts", ".webstir/entries/**/*.ts",
            "--outbase=.webstir/entries", "--outdir=build/backend", "--metafile=.webstir/outputs.json", "--chunk-names=chunks/[name]-[hash]",
            "--bundle", "--splitting", "--format=esm", "--platform=node", "--target=node20.12", "--packages=external", "--sourcemap",
            "--log-override:empty-glob=silent", "--log-level=warning", "--log-limit=0", "--color=false",
        ];
        var builder = new BackendBuilder(Webstir.Sdk.Workspaces.Workspace.Open(_workspace.Root));

        double[] medians = await MediansAsync(
            async () => (await _workspace.Run(esbuild, bundle)).MustSucceed(),
            async () => Assert.That((await builder.BundleAsync(default)).Succeeded),
            async () => Assert.That((await builder.BuildAsync()).Succeeded),
            async () => (await _workspace.Node("node_modules/typescript/bin/tsc", "--noEmit")).MustSucceed(),
            async () => (await _workspace.Build()).MustSucceed(),
            async () => (await _workspace.Webstir("--version")).MustSucceed());

        await PrintAsync("esbuild alone", medians[0], medians[0]);
        await PrintAsync("SDK: bundle, in process", medians[1], medians[0]);
        await PrintAsync("SDK: build with type check, in process", medians[2], medians[0]);
        await PrintAsync("tsc --noEmit alone", medians[3], medians[0]);
        await PrintAsync("webstir build, whole process", medians[4], medians[0]);
        await PrintAsync("webstir --version, whole process", medians[5], medians[0]);
    }

    [Test]
    public async Task Start_of_list_against_a_bare_node()
    {
        (await _workspace.Webstir("add-job", "nightly", "--schedule", "0 0 * * *")).MustSucceed();
        (await _workspace.Build()).MustSucceed();
        double[] medians = await MediansAsync(
            async () => (await _workspace.Node("-e", "0")).MustSucceed(),
            async () => (await _workspace.Scheduler("--list")).MustSucceed(),
            async () => (await _workspace.Scheduler("--help")).MustSucceed());

        await PrintAsync("node -e 0", medians[0], medians[0]);
        await PrintAsync("scheduler --list, one job", medians[1], medians[0]);
        await PrintAsync("scheduler --help", medians[2], medians[0]);
    }

    [TestCase(1)]
    [TestCase(1000)]
    public async Task Memory_of_a_watch(int jobs)
    {
        _workspace.EditModule(module => module["jobs"] = new JsonArray([.. Enumerable.Range(0, jobs).Select(number =>
            new JsonObject { ["name"] = $"job{number}", ["schedule"] = string.Create(CultureInfo.InvariantCulture, $"{number % 60} {number / 60 % 24} * * *") })]));
        (await _workspace.Build()).MustSucceed();
        using RunningProgram watch = _workspace.Start("node", [Scheduler, "--watch"]);
        await Eventually.HoldsAsync(() => watch.Count("has no module yet") == jobs, () => watch.Said);
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var process = Process.GetProcessById(watch.Id);
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"--watch with {jobs} jobs: {process.WorkingSet64 / 1048576.0:0.0} MB resident"));
        Assert.That(await watch.StopAsync("TERM"), Is.Zero);
    }

    /// <summary>Times several things in turn, many times, and gives the median of each in milliseconds.</summary>
    private static async Task<double[]> MediansAsync(params Func<Task>[] works)
    {
        List<double>[] times = [.. works.Select(_ => new List<double>())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int work = 0; work < works.Length; work++)
            {
                var watch = Stopwatch.StartNew();
                await works[work]();
                times[work].Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return [.. times.Select(list => list.Order().ElementAt(list.Count / 2))];
    }

    private static Task PrintAsync(string what, double median, double baseline) =>
        TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:0} ms, {median / baseline:0.00}x"));
}
