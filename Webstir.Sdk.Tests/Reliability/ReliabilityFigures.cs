using System.Globalization;
using System.Runtime.Versioning;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>
/// The figures F1 to F16 in their long form, which takes a quarter of an hour and prints one table:
/// <c>dotnet test --logger "console;verbosity=detailed" -- NUnit.Where="cat == Reliability"</c>
/// </summary>
[Category("Reliability")]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
public sealed class ReliabilityFigures
{
    private const int Documents = 100_000;
    private const int Mutants = 10_000;
    private const int Adds = 200;
    private const int Kills = 1_000;
    private const int LeastManifests = 600;

    private static readonly JobDefinition Job = Build.Job("nightly", "0 0 * * *", "Nightly maintenance window", "5");

    private readonly FigureTable _table = new();

    private IReadOnlyDictionary<string, byte[]> _manifests = RealManifests.Contents;

    [OneTimeSetUp]
    public async Task Install() =>
        _manifests = RealManifests.Contents.Concat(await InstalledManifests.InstallAsync()).ToDictionary(StringComparer.Ordinal);

    [OneTimeTearDown]
    public void Print() => TestContext.Progress.WriteLine(_table.Write());

    [Test]
    public Task F1_real_manifests_take_a_job_as_one_insertion() => _table.MeasureAsync(1, "Real manifests that take a job by more than one insertion", "0", () => Task.FromResult(OfMany("files", Real(IsOneInsertion))));

    [Test]
    public Task F2_adversarial_shapes_are_edited_without_loss_or_refused() => _table.MeasureAsync(2, "Adversarial shapes edited with loss, or not refused", "0 of 21", () => Task.FromResult(Finding.Of("shapes", AdversarialShapeTests.Try())));

    [Test]
    public Task F3_generated_documents_take_a_job_as_one_insertion() => _table.MeasureAsync(3, "Generated documents broken, or changed by more than one insertion", "0 of 100000", () =>
    {
        Tally documents = GeneratedManifestTests.Try(Documents);
        var finding = Finding.Of("documents", documents);
        return Task.FromResult(finding with { IsHeld = finding.IsHeld && documents.Runs >= Documents });
    });

    [Test]
    public Task F4_a_manifest_is_its_old_self_when_the_job_is_removed_and_as_it_was_when_it_is_added_again() => _table.MeasureAsync(4, "Real manifests and shapes that are not their old selves when the job is removed, or change when it is added once more", "0", () =>
        Task.FromResult(OfMany("files and shapes, each for both", Real(ComesBack), Shapes(ComesBack), RepeatedAdd.Run(_manifests), RepeatedAdd.Run(AdversarialShapes.Lossless))));

    [Test]
    public Task F5_damaged_manifests_are_refused_and_nothing_changes() => _table.MeasureAsync(5, "Damaged manifests edited, or something written in spite of a refusal", "0 of 10000", () =>
    {
        (Tally refused, Tally edited) = MutatedWorkspace.Try(Mutants);
        return Task.FromResult(Finding.Of($"mutants, {refused.Runs} refused and {edited.Runs} valid still", refused, edited));
    });

    [Test]
    public Task F6_of_many_writers_at_once_none_is_lost() => _table.MeasureAsync(6, "20 and 64 processes that add different jobs at once", "0 lost", async () =>
    {
        Writers twenty = await Writers.RunAsync(Writers.DifferentNames(20));
        Writers many = await Writers.RunAsync(Writers.DifferentNames(64));
        bool isHeld = twenty.IsLossless && many.IsLossless && twenty.Entries.Length == 20 && many.Entries.Length == 64;
        return new Finding($"{twenty}; {many}", isHeld);
    });

    [Test]
    public Task F7_of_many_writers_of_one_name_one_wins() => _table.MeasureAsync(7, "20 processes that add the same job at once", "1 wins, 19 are told", async () =>
    {
        Writers writers = await Writers.RunAsync(Writers.SameName(20));
        int told = writers.Losers.Count(run => run.ExitCode == 1 && run.Error.Contains("error WEB0302: ", StringComparison.Ordinal));
        return new Finding($"{writers}, {told} told", writers.IsLossless && writers.Entries.Length == 1 && told == 19);
    });

    [Test]
    public Task F8_a_reader_sees_the_old_manifest_or_the_new_one() => _table.MeasureAsync(8, "Reads by a Node process that are torn or lack a job, during 200 adds by a process each", "0 of at least 10000", async () =>
    {
        using var shop = new Shop();
        Reader reader = await Reader.DuringAsync(shop, () => AddAsync(shop.Root));
        return new Finding($"{reader.Torn + reader.Shrunk} of {reader.Reads} reads", reader is { Torn: 0, Shrunk: 0, Reads: >= 10_000 });
    });

    [Test]
    public Task F9_after_a_kill_and_one_more_run_there_is_both_or_neither() => _table.MeasureAsync(9, "Torn manifests, half states, strays or held locks after SIGKILL at every system call of the main thread, at every flush on any thread, at every call of the run that mends, at random times, and one more run", "0", async () =>
    {
        Tally[] calls =
        [
            .. await EachAsync(Operation.Every, Kill.AtEverySystemCallAsync),
            .. await EachAsync(Operation.Every, Kill.AtEveryFlushAsync),
            .. await EachAsync(Operation.All, Kill.AtEverySystemCallOfTheNextRunAsync),
        ];
        Tally[] times = [await Kill.AtRandomTimesAsync(Operation.Add, Kills), .. await EachAsync(Operation.Every.Skip(1), operation => Kill.AtRandomTimesAsync(operation, Kills / 5))];
        string counts = $"kills: {calls.Sum(tally => tally.Runs)} at system calls, {times.Sum(tally => tally.Runs)} at random times ({times.Sum(tally => tally.Misses)} more came too late and do not count)";
        return Finding.Of(counts, [.. calls, .. times]);
    });

    [Test]
    public Task F10_after_a_failed_system_call_there_is_both_or_neither() => _table.MeasureAsync(10, $"Half states or unclear messages after each system call of the main thread failed once with {string.Join(", ", FailingSystemCalls.Errors)}; each flush on any thread with EIO; all threads from each on; on full disks, under limits of file size", "0", async () =>
    {
        Tally[] calls = [.. await EachAsync(Operation.Every, operation => FailingSystemCalls.TryAsync(operation, FailingSystemCalls.Errors))];
        Tally[] flushes = [.. await EachAsync(Operation.Every, FailingSystemCalls.FlushesAsync)];
        Tally[] threads = [.. await EachAsync(Operation.Every, FailingSystemCalls.ThreadsAsync)];
        Tally limits = await FullDisk.LimitFileSizeAsync(Enumerable.Range(0, 20).Select(kilobytes => kilobytes * 1_024));
        Tally[] disks = await FullDisk.CanMountAsync() ? [await FullDisk.TryEverySizeAsync()] : [];
        string counts = $"runs: {Sum(calls)} calls, {Sum(flushes)} flushes, {Sum(threads)} threads, {limits.Runs} limits, {(disks.Length > 0 ? $"{Sum(disks)} disks" : "no disks: nothing can be mounted here")}";
        return Finding.Of(counts, [.. calls, .. flushes, .. threads, limits, .. disks]);
    });

    [Test]
    public Task F11_what_is_renamed_is_on_the_disk() => _table.MeasureAsync(11, "Runs that do not write to new files, see them on the disk, rename, and see the names on the disk before the journal goes, in this order", "0", async () =>
        Finding.Of("runs, one of each kind of change and one more for each of its flushes", [.. await EachAsync(Operation.Every, SystemCallOrder.TryAsync)]));

    [Test]
    public Task F12_no_name_leads_out_of_the_workspace() => _table.MeasureAsync(12, $"Writes outside or invalid files by {HostileNames.All.Count} hostile names, without a planted link and with one in {PlantedLinks.All.Count - 1} ways", "0", async () =>
    {
        (Tally runs, Tally sources) = await HostileNameTrial.RunAsync();
        return Finding.Of($"runs and sources, {sources.Runs} sources parsed", runs, sources);
    });

    [Test]
    public Task F13_every_text_comes_back_and_leaves_a_source_that_parses() => _table.MeasureAsync(13, "Hostile texts that do not come back, leave their comment, or do not parse", "0", async () =>
        Finding.Of("checks", await HostileTextTrial.RunAsync()));

    [Test]
    public Task F14_links_and_modes_are_kept_or_refused() => _table.MeasureAsync(14, "Links, modes and write protection of the manifest neither kept nor refused", "0", async () =>
        Finding.Of("cases", await ManifestLinkTests.TryAsync()));

    [Test]
    public Task F15_a_dry_run_shows_what_the_real_run_does_and_changes_nothing() => _table.MeasureAsync(15, "Dry runs on real manifests that change a byte or a time, or plan what is not done", "0", () =>
        Task.FromResult(OfMany("files", DryRunTrial.Run(_manifests))));

    [Test]
    public Task F16_what_a_job_costs() => _table.MeasureAsync(16, "One add to a manifest of 1 MB, median and most memory of 11; of 20 and of 64 processes at once, what the slowest took from its own start to its end", "published, no limit: other work on the machine shows in it", async () =>
    {
        Cost cost = await Cost.MeasureAsync();
        Writers twenty = await Writers.RunAsync(Writers.DifferentNames(20));
        Writers many = await Writers.RunAsync(Writers.DifferentNames(64));
        string text = string.Create(CultureInfo.InvariantCulture, $"{cost}; {twenty.Longest.TotalSeconds:0.0} s, {many.Longest.TotalSeconds:0.0} s");
        return new Finding(text, twenty.IsLossless && many.IsLossless);
    });

    /// <summary>As many real files as a claim about them needs.</summary>
    private static Finding OfMany(string trials, Tally real, params Tally[] others)
    {
        var finding = Finding.Of(trials, [real, .. others]);
        return finding with { IsHeld = finding.IsHeld && real.Runs >= LeastManifests };
    }

    private Tally Real(Func<byte[], string?> fault)
    {
        var tally = new Tally();
        foreach ((string file, byte[] manifest) in _manifests)
            tally.Count(file, fault(manifest));
        return tally;
    }

    private static Tally Shapes(Func<byte[], string?> fault)
    {
        var tally = new Tally();
        foreach ((string name, byte[] manifest) in AdversarialShapes.Lossless)
            tally.Count(name, fault(manifest));
        return tally;
    }

    private static string? IsOneInsertion(byte[] manifest) =>
        Insertion.Find(manifest, ModuleManifest.Parse(manifest).AddJob(Job).Utf8.ToArray()) is null ? "more than one insertion" : null;

    private static string? ComesBack(byte[] manifest)
    {
        byte[] back = ModuleManifest.Parse(ModuleManifest.Parse(manifest).AddJob(Job).Utf8.ToArray()).RemoveJob(Job.Name).Utf8.ToArray();
        return back.SequenceEqual(manifest) ? null : "it left a trace";
    }

    private static int Sum(Tally[] tallies) => tallies.Sum(tally => tally.Runs);

    private static async Task AddAsync(string root)
    {
        for (int number = 0; number < Adds; number++)
            (await Executable.RunAsync(root, "add-job", $"job{number}")).MustSucceed();
    }

    private static async Task<IEnumerable<Tally>> EachAsync(IEnumerable<Operation> operations, Func<Operation, Task<Tally>> measure)
    {
        var tallies = new List<Tally>();
        foreach (Operation operation in operations)
            tallies.Add(await measure(operation));
        return tallies;
    }
}
