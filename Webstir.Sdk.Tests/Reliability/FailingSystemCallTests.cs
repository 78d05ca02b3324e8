namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F10, for what writes; the long form fails every call with every error.</summary>
[Platform("Linux")]
public sealed class FailingSystemCallTests
{
    private static readonly string[] Writing = ["mkdir", "write", "pwrite64", "fsync", "rename", "renameat", "renameat2", "chmod", "fchmod", "unlink", "rmdir", "flock"];

    [Test]
    public async Task A_job_is_added_or_nothing_changes_when_a_write_fails() =>
        (await FailingSystemCalls.TryAsync(Operation.Add, ["ENOSPC", "EIO"], IsWriting)).MustBeClean();

    [TestCaseSource(nameof(Others))]
    public async Task So_it_is_with_all_other_changes(int operation) =>
        (await FailingSystemCalls.TryAsync(Operation.All[operation], ["EIO"], IsWriting)).MustBeClean();

    [Test]
    public async Task Whichever_thread_flushes_what_is_not_on_the_disk_is_not_done() =>
        (await FailingSystemCalls.FlushesAsync(Operation.Add, ["/.package.json.webstir", "/.webstir/journal", "/.webstir", "/.webstir/+nightly", "/.webstir/+nightly/index.ts"])).MustBeClean();

    [Test]
    public async Task Nor_when_no_thread_can_be_started() => (await FailingSystemCalls.ThreadsAsync(Operation.Add)).MustBeClean();

    [TestCase(0)]
    [TestCase(4_096)]
    [TestCase(14_000)]
    [TestCase(100_000)]
    public async Task Nor_when_a_file_may_not_grow_any_more(int bytes) => (await FullDisk.LimitFileSizeAsync([bytes])).MustBeClean();

    private static IEnumerable<int> Others => Enumerable.Range(1, Operation.All.Count - 1);

    private static bool IsWriting(SystemCall call) =>
        Writing.Contains(call.Name) || (call.Name == "openat" && call.Text.Contains("O_CREAT", StringComparison.Ordinal));
}
