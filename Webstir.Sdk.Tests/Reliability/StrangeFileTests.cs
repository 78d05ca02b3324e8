using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Where a file belongs stands what is none: reading a pipe would wait for ever, and reading a device never end.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class StrangeFileTests
{
    private const string Source = "src/backend/jobs/nightly/index.ts";
    private const string Journal = ".webstir/journal";
    private const string Template = ".webstir/templates/job/index.ts.scriban";

    private static readonly string[][] Commands =
        [["add-job", "weekly"], ["add-job", "weekly", "--dry-run"], ["update-job", "nightly", "--priority", "5"], ["remove-job", "nightly"], ["backend-inspect"]];

    private static readonly string[] KindsOfFile = ["pipe", "folder", "/dev/zero"];

    [Test]
    public async Task A_manifest_that_is_no_file_is_refused(
        [ValueSource(nameof(Commands))] string[] command, [ValueSource(nameof(KindsOfFile))] string kind)
    {
        using Shop shop = await WithJobAsync();
        File.Delete(shop.PathOf(Shop.Manifest));
        await PutAsync(shop, Shop.Manifest, kind);
        ProcessRun run = await RunAsync(shop, [.. command, "--workspace", shop.Root]);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match(@"^[^\n]*error WEB0(202|203|209|103): [^\n]*\n$"));
    }

    [TestCase(Shop.Manifest)]
    [TestCase(Template)]
    [TestCase(Journal)]
    public async Task So_is_a_file_of_more_than_can_be_read(string place)
    {
        using Shop shop = await WithJobAsync();
        shop.Write(place, File.Exists(shop.PathOf(place)) ? shop.State[place] : "");
        using (FileStream file = File.OpenWrite(shop.PathOf(place)))
            file.SetLength(3L << 30);
        ProcessRun run = await RunAsync(shop, "add-job", "weekly");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match(@"^[^\n]*error WEB020[34]: [^\n]*3221225472[^\n]*\n$"));
    }

    [TestCase(Journal, "WEB0204")]
    [TestCase(Template, "WEB0203")]
    public async Task So_is_a_pipe_where_we_keep_our_own(string place, string code)
    {
        using Shop shop = await WithJobAsync();
        await PutAsync(shop, place, "pipe");
        ProcessRun run = await RunAsync(shop, "add-job", "weekly");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match($@"^[^\n]*error {code}: [^\n]*(?i)ordinary file[^\n]*\n$"));
    }

    /// <summary>Of an empty stub, a pipe has the length.</summary>
    [Test]
    public async Task What_is_no_source_is_not_taken_for_the_stub([ValueSource(nameof(KindsOfFile))] string kind, [Values("", "stub")] string stub)
    {
        using Shop shop = await WithJobAsync();
        shop.Write(Template, stub);
        File.Delete(shop.PathOf(Source));
        await PutAsync(shop, Source, kind);
        ProcessRun run = await RunAsync(shop, "remove-job", "nightly");
        Assert.That(run.Error, Does.Contain("WEB0308"), "The code is kept.");
        Assert.That(Path.Exists(shop.PathOf(Source)));
    }

    [Test]
    public async Task Nor_for_what_a_journal_speaks_of([ValueSource(nameof(KindsOfFile))] string kind)
    {
        using Shop shop = await WithJobAsync();
        File.Delete(shop.PathOf(Source));
        await PutAsync(shop, Source, kind);
        shop.Write(Journal, "webstir-journal 1\nmanifest 00000000 00000001\nsource nightly 4\nmine\nend\n");
        shop.Write(".package.json.webstir", "{}");
        (await RunAsync(shop, "add-job", "weekly")).MustSucceed();
        Assert.That(Path.Exists(shop.PathOf(Source)));
    }

    [Test]
    public void The_library_does_not_read_a_device_for_ever()
    {
        WebstirException error = Assert.Throws<WebstirException>(() => ModuleManifest.Load("/dev/zero"))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0103"), error.Message);
    }

    private static async Task<Shop> WithJobAsync()
    {
        var shop = new Shop();
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        return shop;
    }

    private static async Task PutAsync(Shop shop, string place, string kind)
    {
        string path = shop.PathOf(place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (kind == "pipe")
            (await ProcessRun.Of("mkfifo", [path], shop.Root)).MustSucceed();
        else if (kind == "folder")
            Directory.CreateDirectory(path);
        else
            File.CreateSymbolicLink(path, kind);
    }

    /// <summary>What waits for ever is ended from outside; timeout(1) says so with 124, or 137.</summary>
    private static Task<ProcessRun> RunAsync(Shop shop, params string[] arguments) =>
        ProcessRun.Of("timeout", ["--signal=KILL", "10", "prlimit", "--data=2000000000", .. Executable.CommandLine(arguments)], shop.Root);
}
