using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Reliability;

namespace Webstir.Sdk.Tests.Native;

/// <summary>What the native executable may lack when it starts: standard streams that are open, and a current folder.</summary>
[Platform("Linux")]
public sealed class NativeSurroundingsTests
{
    private const string InRemovedFolder = "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"";

    [TestCase("<&- >&- 2>&-")]
    [TestCase(">&-")]
    [TestCase("2>&-")]
    public async Task Without_standard_streams_a_build_is_made_and_says_that_it_cannot_be_told(string closed)
    {
        using var workspace = await BackendWorkspace.CreateAsync();
        workspace.WriteJob("cleanup", "export function run(): void {}\n");
        ProcessRun run = await workspace.Run("sh", ["-c", $"exec \"$0\" build --runtime backend {closed}", await NativeExecutable.PathAsync()]);
        Assert.That(run.ExitCode, Is.EqualTo(closed == "2>&-" ? 0 : 1), run.Error);
        Assert.That(run.Error, Is.EqualTo(closed == ">&-" ? "webstir: error WEB0003: The result cannot be printed: Bad file descriptor. What was written to files is in place.\n" : ""));
        Assert.That(File.Exists(workspace.PathOf("build/backend/jobs/cleanup/index.js")));
    }

    [Test]
    public async Task Missing_streams_are_no_files_of_ours([Values("<&- >&- 2>&-", "<&- 2>&-", ">&- 2>&-")] string closed)
    {
        using Shop shop = new(), other = new();
        ProcessRun run = await ProcessRun.Of("sh", ["-c", $"exec \"$0\" add-job nightly {closed}", await NativeExecutable.PathAsync()], shop.Root);
        Assert.That(run, Is.EqualTo(new ProcessRun(1, "", "")));
        (await other.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(shop.Everything, Is.EqualTo(other.Everything));
    }

    [TestCase("--help")]
    [TestCase("--version")]
    [TestCase("help", "WEB0201")]
    [TestCase("add-job", "--help")]
    [TestCase("check-schedule", "--json", "--from", "2027-01-01", "--tz", "UTC", "@daily")]
    [TestCase("completions", "bash")]
    [TestCase("complete", "bash", "webstir add")]
    [TestCase("complete", "bash", "webstir remove-job ")]
    [TestCase("frobnicate")]
    public async Task What_needs_no_folder_works_where_the_current_one_was_removed(params string[] arguments)
    {
        using var folder = new TemporaryWorkspace();
        string webstir = await NativeExecutable.PathAsync();
        CommandRun run = CommandRun.Process(folder.Root, "sh", ["-c", InRemovedFolder, "sh", webstir, .. arguments]);
        Assert.That(run, Is.EqualTo(CommandRun.Process(folder.Root, webstir, arguments)));
    }

    [TestCase("add-job", "nightly")]
    [TestCase("add-job", "nightly", "-w", ".")]
    [TestCase("backend-inspect")]
    [TestCase("build")]
    [TestCase("init", "shop")]
    [TestCase("smoke", "shop")]
    public async Task What_needs_a_folder_is_refused_where_the_current_one_was_removed(params string[] arguments)
    {
        using var folder = new TemporaryWorkspace();
        CommandRun run = CommandRun.Process(folder.Root, "sh", ["-c", InRemovedFolder, "sh", await NativeExecutable.PathAsync(), .. arguments]);
        Assert.That(run, Is.EqualTo(new CommandRun(1, "", "webstir: error WEB0201: The current folder does not exist any more. Go to another one.\n")));
    }

    [Test]
    public async Task A_workspace_that_is_named_in_full_is_found_where_the_current_folder_was_removed()
    {
        using var shop = new Shop();
        string[] add = ["-c", InRemovedFolder, "sh", await NativeExecutable.PathAsync(), "add-job", "nightly", "-w", shop.Root];
        Assert.That(CommandRun.Process(shop.Outside, "sh", add).Exit, Is.Zero);
        Assert.That(shop.Jobs, Is.EqualTo(["nightly"]));
        Assert.That(CommandRun.Process(shop.Outside, "sh", add).Stderr, Does.StartWith(shop.PathOf(Shop.Manifest) + "("));
    }
}
