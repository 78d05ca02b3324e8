using System.Reflection;
using Webstir.Cli.Commands;
using Webstir.Cli.Completion;
using Webstir.Sdk.Tests.Completion;
using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Native;

/// <summary>
/// The commands of the native executable that no golden case has, because they start programs or print what stands elsewhere. The name
/// of a test begins with the command that it runs.
/// </summary>
[Platform("Linux")]
public sealed class NativeCommandTests
{
    [Test]
    public void No_command_is_forgotten()
    {
        string[] golden = [.. GoldenCase.Names().Select(name => new GoldenCase(name)).Where(Succeeds).Select(golden => golden.Args[0])];
        string[] here = [.. typeof(NativeCommandTests).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name)];
        Assert.That(
            CompleterTests.Commands.Append(CompletionsCommand.Question).Except(golden)
                .Where(command => !Array.Exists(here, test => test.StartsWith(command.Replace('-', '_') + "_", StringComparison.OrdinalIgnoreCase))),
            Is.Empty, "Commands that nothing runs to its end on the native executable: add a golden case that succeeds, or a test here.");
    }

    [Test]
    public async Task Init_writes_what_the_ordinary_build_writes()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        (await workspace.Run(await NativeExecutable.PathAsync(), ["init", "shop", "--json"])).MustSucceed();
        Directory.Delete(workspace.PathOf("node_modules"));
        FileTree made = FileTree.Read(workspace.PathOf("shop"));
        Directory.Delete(workspace.PathOf("shop"), recursive: true);
        Assert.That(made, Is.EqualTo(FileTree.Read(workspace.Root)));
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

    [TestCase("const count: number = 'five';\nexport function run(): void {\n  console.log(count);\n}\n", "(1,7): error TS2322: ")]
    [TestCase("export function run() {\n  const x = = 5;\n}\n", "(2,13): error WEB0603: ")]
    public async Task Build_fails_as_from_the_ordinary_build(string source, string error)
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        workspace.WriteJob("cleanup", source);
        ProcessRun run = await workspace.Run(await NativeExecutable.PathAsync(), ["build", "--runtime", "backend"]);
        Assert.That(run, Is.EqualTo(await workspace.Build()));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("src/backend/jobs/cleanup/index.ts" + error));
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
    public async Task Add_worker_writes_what_the_ordinary_build_writes()
    {
        using BackendWorkspace workspace = await BackendWorkspace.CreateAsync(), other = await BackendWorkspace.CreateAsync();
        CommandRun run = CommandRun.Process(workspace.Root, await NativeExecutable.PathAsync(), "add-worker");
        CommandRun ordinary = CommandRun.InProcess(other.Root, "add-worker");
        Assert.That(run, Is.EqualTo(ordinary with { Stderr = ordinary.Stderr.Replace(other.Root, workspace.Root, StringComparison.Ordinal) }));
        Assert.That(FileTree.Read(workspace.Root), Is.EqualTo(FileTree.Read(other.Root)));
    }

    [TestCaseSource(typeof(ShellScript), nameof(ShellScript.Shells))]
    public async Task Completions_are_the_script_of_a_shell(string shell) => Assert.That(
        CommandRun.Process(Path.GetTempPath(), await NativeExecutable.PathAsync(), "completions", shell), Is.EqualTo(CommandRun.InProcess("/", "completions", shell)));

    [Test]
    public async Task Smoke_plays_the_whole_story() => await SmokeTests.MustPassAsync(await NativeExecutable.PathAsync());

    [Test]
    public async Task Smoke_says_that_a_folder_is_not_empty()
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        ProcessRun run = await workspace.Run(await NativeExecutable.PathAsync(), ["smoke", "."]);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0207"));
    }

    private static bool Succeeds(GoldenCase golden) => golden.Exit == 0 && !CommonOptions.AsksForHelp(golden.Args);
}
