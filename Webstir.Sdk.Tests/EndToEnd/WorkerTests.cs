using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The worker, from <c>add-worker</c> to ticks out of a real Redis.</summary>
public sealed class WorkerTests
{
    private const string Source = "src/backend/jobs/beat/index.ts";
    private const string Worker = "build/backend/jobs/worker.js";

    [Test]
    public async Task Jobs_run_on_two_workers_and_not_a_byte_of_them_changes()
    {
        using BackendWorkspace workspace = await BackendWorkspace.CreateAsync();
        (await workspace.Webstir("add-job", "beat", "--schedule", "rate(1 second)")).MustSucceed();
        (await workspace.Webstir("add-job", "worker")).MustSucceed();
        workspace.Write(Source, "export function run(): void {\n  console.log('beat');\n}\n");
        string source = workspace.Read(Source);
        (await workspace.Build()).MustSucceed();
        string[] alone = await DirectRunAsync(workspace);

        (await workspace.Webstir("add-worker")).MustSucceed();
        await workspace.InstallPackagesAsync();
        (await workspace.Build()).MustSucceed();
        using RedisServer redis = await RedisServer.StartAsync();
        using RunningProgram one = workspace.Start("node", [Worker], redis.Variable);
        using RunningProgram two = workspace.Start("node", [Worker], redis.Variable);
        await one.SaysAsync("\"working\"");
        await two.SaysAsync("\"working\"");
        await Eventually.HoldsAsync(() => Successes(one, two) >= 3, () => one.Said + two.Said);
        ProcessRun status = (await workspace.Run("node", [Worker, "--status", "--json"], redis.Variable)).MustSucceed();
        ProcessRun sync = (await workspace.Run("node", [Worker, "--sync", "--json"], redis.Variable)).MustSucceed();
        (await workspace.Node(Worker, "--help")).MustSucceed();

        using (Assert.EnterMultipleScope())
        {
            JsonNode shown = JsonNode.Parse(status.Output)!;
            Assert.That(shown["workers"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(shown["jobs"]!.AsArray().Select(job => $"{job!["name"]} {job["schedule"]}"), Is.EqualTo(["beat rate(1 second)"]));
            Assert.That((int)JsonNode.Parse(sync.Output)!["unchanged"]!, Is.EqualTo(1));
            Assert.That(await one.StopAsync("TERM"), Is.Zero);
            Assert.That(await two.StopAsync("TERM"), Is.Zero);
            Assert.That(workspace.Read(Source), Is.EqualTo(source));
            Assert.That(await DirectRunAsync(workspace), Is.EqualTo(alone));
            Assert.That(File.Exists(workspace.PathOf("build/backend/jobs/worker/index.js")), "a job may be called worker");
        }
    }

    /// <summary>What a direct run prints, the log without its times and ids.</summary>
    private static async Task<string[]> DirectRunAsync(BackendWorkspace workspace)
    {
        string output = (await workspace.Node("build/backend/jobs/beat/index.js")).MustSucceed().Output;
        Assert.That(output, Does.Contain("\nbeat\n").And.Contain("\"outcome\":\"succeeded\""));
        return [.. output.TrimEnd('\n').Split('\n').Select(line => line.StartsWith('{') ? (string)JsonNode.Parse(line)!["msg"]! : line)];
    }

    private static int Successes(params RunningProgram[] workers) => workers.Sum(worker => worker.Count("\"outcome\":\"succeeded\""));
}
