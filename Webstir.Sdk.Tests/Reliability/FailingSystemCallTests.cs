namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F10 with one error; the long form fails every call with every error.</summary>
[Platform("Linux")]
public sealed class FailingSystemCallTests
{
    [TestCaseSource(nameof(Whole))]
    public async Task A_change_is_made_or_nothing_changes_when_a_call_of_the_system_fails(int operation) =>
        (await FailingSystemCalls.TryAsync(Operation.All[operation], ["EIO"])).MustBeClean();

    [TestCaseSource(nameof(FileByFile))]
    public async Task Or_each_file_is_whole_and_the_same_command_makes_the_rest(int operation) =>
        (await FailingSystemCalls.TryAsync(Operation.Repeatable[operation], ["EIO"])).MustBeClean();

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

    private static IEnumerable<int> Whole => Enumerable.Range(0, Operation.All.Count);

    private static IEnumerable<int> FileByFile => Enumerable.Range(0, Operation.Repeatable.Count);
}
