using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>What happens to a workspace in which a run was killed just before it was done.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class RecoveryTests
{
    private const string Folder = "src/backend/jobs/nightly";
    private const string Source = Folder + "/index.ts";

    private static readonly string[][] Mutating =
    [
        ["add-job", "nightly", "--schedule", "0 0 * * *"],
        ["add-job", "zoo"],
        ["update-job", "first", "--priority", "5"],
        ["remove-job", "first"],
    ];

    [TestCaseSource(nameof(Mutating))]
    public async Task Whichever_command_comes_next_mends_it(params string[] command)
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        (await shop.WebstirAsync(command)).MustSucceed();
        FileTree state = shop.State;
        Assert.That(state.ContainsKey(Source), Is.EqualTo(state[Shop.Manifest].Contains("\"nightly\"", StringComparison.Ordinal)));
        Assert.That(state.Keys.Where(path => !path.StartsWith("src/", StringComparison.Ordinal)), Is.EqualTo(["package.json"]));
    }

    [Test]
    public async Task The_workers_files_are_taken_back_and_come_with_the_next_try()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.AddWorker);
        Assert.That(shop.State.ContainsKey("src/backend/fleet/plan.ts"), "the kill comes after the files are in their places");
        (await shop.WebstirAsync("update-job", "first", "--description", "Was here before")).MustSucceed();
        Assert.That(shop.State, Is.EqualTo(Operation.AddWorker.Before));
        (await shop.WebstirAsync("add-worker")).MustSucceed();
        Assert.That(shop.State, Is.EqualTo(Operation.AddWorker.Done));
    }

    [Test]
    public async Task A_file_of_the_worker_that_somebody_has_changed_since_then_stays()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.AddWorker);
        shop.Write("src/backend/fleet/plan.ts", "mine");
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State["src/backend/fleet/plan.ts"], Is.EqualTo("mine"));
        Assert.That(shop.State.ContainsKey("src/backend/fleet/sync.ts"), Is.False);
    }

    [TestCase("file ../outside/canary 5\nsings\n")]
    [TestCase("file src/backend/../../../outside/canary 5\nsings\n")]
    [TestCase("file package.json 19\n{\n  \"name\": \"shop\"\n}\n")]
    public void A_forged_journal_reaches_no_file_outside_of_the_backend(string step)
    {
        using var shop = new Shop();
        shop.Write(".webstir/journal", $"webstir-journal 1\n{step}\nend\n");
        CommandRun run = shop.Webstir("add-job", "zoo");
        Assert.That(run.Exit, Is.Zero, run.Stderr);
        Assert.That(File.ReadAllText(Path.Join(shop.Outside, "canary")), Is.EqualTo("sings"));
        Assert.That(shop.State[Shop.Manifest], Does.Contain("zoo"));
    }

    [Test]
    public async Task Code_of_a_job_whose_removal_was_not_decided_comes_back_whatever_became_of_the_manifest()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.RemoveWithCode);
        File.Delete(shop.PathOf(".package.json.webstir"));
        string manifest = shop.State[Shop.Manifest];
        shop.Write(Shop.Manifest, manifest.Replace("\"shop\"", "\"renamed\"", StringComparison.Ordinal));
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State.ContainsKey("src/backend/jobs/nightly/lib/a.ts"));
        Assert.That(shop.State[Shop.Manifest], Does.Contain("\"nightly\"").And.Contain("renamed"));
    }

    /// <summary>Cut off, damaged, or gone: what a removal took out of its place is code of the user's.</summary>
    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("webstir-journal 1\nmanifest 0")]
    public async Task Code_of_a_job_comes_back_when_the_journal_of_its_removal_cannot_be_read(string journal)
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.RemoveWithCode);
        shop.Write(".webstir/journal", journal);
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State.ContainsKey("src/backend/jobs/nightly/lib/a.ts"));
        Assert.That(shop.State[Shop.Manifest], Does.Contain("\"nightly\""));
    }

    [Test]
    public async Task What_a_later_version_left_is_left_to_it()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.RemoveWithCode);
        shop.Write(".webstir/journal", shop.State[".webstir/journal"].Replace("webstir-journal 1", "webstir-journal 2", StringComparison.Ordinal));
        FileTree before = shop.State;
        ProcessRun run = await shop.WebstirAsync(Operation.AddZoo);
        Assert.That(run.Error, Does.Match(@"^\.webstir/journal: error WEB0216: [^\n]*'webstir-journal 2'[^\n]*\n$"));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [Test]
    public async Task A_job_whose_entry_was_not_decided_goes_whatever_became_of_the_manifest()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        File.Delete(shop.PathOf(".package.json.webstir"));
        shop.Write(Shop.Manifest, shop.State[Shop.Manifest].Replace("\"shop\"", "\"renamed\"", StringComparison.Ordinal));
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.Folders, Is.EqualTo(["first", "zoo"]));
        Assert.That(shop.Jobs, Is.EqualTo(shop.Folders));
    }

    [Test]
    public async Task A_removal_is_told_to_leave_what_cannot_be_deleted_and_holds_nothing_up()
    {
        using Shop shop = Operation.RemoveWithCode.NewShop();
        string[] failure = ["-P", shop.PathOf(".webstir/-nightly/lib/a.ts"), "-e", "inject=unlink,unlinkat:error=EACCES"];
        (ProcessRun run, bool isInjected) = await Strace.InjectAsync(shop.Root, failure, Operation.RemoveWithCode.Arguments(shop.Root));
        Assert.That(isInjected);
        Assert.That(run.Error, Does.Match(@"\n[^\n]*\.webstir/-nightly: warning WEB0217: [^\n]*\n$"));
        Assert.That(shop.Jobs, Is.EqualTo(["first"]));
        (await Strace.InjectAsync(shop.Root, failure, Operation.AddZoo)).Run.MustSucceed();
        Assert.That(shop.Jobs, Is.EqualTo(["first", "zoo"]));
    }

    [TestCase("add-job", "zoo", "--dry-run")]
    [TestCase("backend-inspect")]
    [TestCase("remove-job", "gone", "--dry-run")]
    public async Task What_only_looks_changes_nothing(params string[] command)
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        FileTree before = shop.State;
        await shop.WebstirAsync(command);
        Assert.That(shop.State, Is.EqualTo(before));
    }

    [Test]
    public async Task A_dry_run_says_that_something_is_left_to_finish()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        ProcessRun run = await shop.WebstirAsync("add-job", "zoo", "--dry-run");
        Assert.That(run.MustSucceed().Error, Does.Contain("\n.webstir/journal: warning WEB0218: "));
        Assert.That((await shop.WebstirAsync("add-job", "zoo")).MustSucceed().Error, Does.Not.Contain("WEB0218"));
    }

    [Test]
    public async Task So_does_an_inspection()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        ProcessRun run = await shop.WebstirAsync("backend-inspect");
        Assert.That(run.Output + run.Error, Does.Contain(".webstir/journal: warning WEB0218: "));
    }

    [Test]
    public async Task Code_that_somebody_has_written_since_then_stays()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        shop.Write(Source, "mine");
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State[Source], Is.EqualTo("mine"));
    }

    [Test]
    public async Task So_does_a_file_beside_it()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        shop.Write(Folder + "/helper.ts", "mine");
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State[Folder + "/helper.ts"], Is.EqualTo("mine"));
    }

    [Test]
    public async Task So_does_a_manifest_that_somebody_has_edited_since_then()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        string edited = shop.State[Shop.Manifest].Replace("\"shop\"", "\"edited\"", StringComparison.Ordinal);
        shop.Write(Shop.Manifest, edited);
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State[Shop.Manifest], Does.Contain("\"edited\"").And.Contain("\"zoo\""));
    }

    /// <summary>The last rename may be on the disk, and one before it not. What was staged is put in its place then.</summary>
    [TestCase(0)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task After_a_power_failure_what_was_decided_is_finished(int operation)
    {
        using Shop shop = await Kill.WhenStagedAsync(Operation.All[operation]);
        File.Move(shop.PathOf(".package.json.webstir"), shop.PathOf(Shop.Manifest), overwrite: true);
        Assert.That(shop.State, Does.Not.ContainKey(Source));
        (await shop.WebstirAsync(Operation.AddZoo)).MustSucceed();
        Assert.That(shop.State, Does.ContainKey(Source));
        Assert.That(Operation.All[operation].FaultOfNexts(shop.State), Is.Null);
    }

    [Test]
    public async Task A_workspace_that_was_moved_meanwhile_is_mended_where_it_is()
    {
        using Shop shop = await Kill.BeforeCommitAsync(Operation.Add);
        string moved = shop.Root + "-moved";
        Directory.Move(shop.Root, moved);
        (await Executable.RunAsync(moved, Operation.AddZoo)).MustSucceed();
        Assert.That(Operation.Add.FaultOfNexts(FileTree.Read(moved)), Is.Null);
        Assert.That(Directory.Exists(shop.Root), Is.False);
    }
}
