namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F10 with one error; the long form fails every call with every error.</summary>
[Platform("Linux")]
public sealed class FailingSystemCallTests
{
    [TestCaseSource(nameof(Changes))]
    public async Task A_change_is_made_or_nothing_changes_when_a_call_of_the_system_fails(int operation) =>
        (await FailingSystemCalls.TryAsync(Operation.Every[operation], ["EIO"])).MustBeClean();

    [TestCaseSource(nameof(Changes))]
    public async Task Whichever_thread_flushes_what_is_not_on_the_disk_is_not_done(int operation) =>
        (await FailingSystemCalls.FlushesAsync(Operation.Every[operation])).MustBeClean();

    [Test]
    public async Task Nor_when_no_thread_can_be_started() => (await FailingSystemCalls.ThreadsAsync(Operation.Add)).MustBeClean();

    [TestCase(0)]
    [TestCase(4_096)]
    [TestCase(14_000)]
    [TestCase(100_000)]
    public async Task Nor_when_a_file_may_not_grow_any_more(int bytes) => (await FullDisk.LimitFileSizeAsync([bytes])).MustBeClean();

    private static IEnumerable<int> Changes => Enumerable.Range(0, Operation.Every.Count);
}
