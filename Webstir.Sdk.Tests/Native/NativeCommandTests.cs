using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Native;

/// <summary>The commands of the native executable that no golden case has, because they start programs.</summary>
[Platform("Linux")]
public sealed class NativeCommandTests
{
    [Test]
    public async Task Init_writes_what_the_ordinary_build_writes()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        (await workspace.Run(await NativeExecutable.PathAsync(), ["init", "shop", "--json"])).MustSucceed();
        Directory.Delete(workspace.PathOf("node_modules"));
        GoldenCases.FileTree made = GoldenCases.FileTree.Read(workspace.PathOf("shop"));
        Directory.Delete(workspace.PathOf("shop"), recursive: true);
        Assert.That(made, Is.EqualTo(GoldenCases.FileTree.Read(workspace.Root)));
    }

    [Test]
    public async Task Build_bundles_a_job_and_writes_the_manifest()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        string webstir = await NativeExecutable.PathAsync();
        (await workspace.Run(webstir, ["add-job", "nightly", "--schedule", "0 0 * * *"])).MustSucceed();
        (await workspace.Run(webstir, ["build", "--runtime", "backend"])).MustSucceed();
        string manifest = workspace.Read(".webstir/backend-manifest.json");

        (await workspace.Build()).MustSucceed();
        Assert.That(workspace.Read(".webstir/backend-manifest.json"), Is.EqualTo(manifest).And.Contains("nightly"));
    }

    [Test]
    public async Task Watch_serves_and_rebuilds_and_ends_when_it_is_told_to()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        using var server = new RunningServer();
        using RunningProgram watch = workspace.Start("setsid", [await NativeExecutable.PathAsync(), "watch", "--runtime", "backend"], server.Variable);
        await server.AnswersAsync("\"status\":\"ok\"", watch);
        workspace.WriteJob("late", "export async function run() {}\n");
        await watch.SaysAsync("(1 job)");
        await watch.StopAsync("TERM");
        Assert.That(Processes.In(workspace.Root), Is.Empty);
    }

    [Test]
    public async Task Smoke_says_that_a_folder_is_not_empty()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        ProcessRun run = await workspace.Run(await NativeExecutable.PathAsync(), ["smoke", "."]);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0207"));
    }
}
