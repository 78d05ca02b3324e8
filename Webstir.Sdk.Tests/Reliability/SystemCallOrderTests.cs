namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F11: what has to be on the disk before what.</summary>
[Platform("Linux")]
public sealed class SystemCallOrderTests
{
    [TestCaseSource(nameof(Changes))]
    public async Task What_is_renamed_is_on_the_disk_and_so_are_the_names_before_the_journal_is_deleted(int operation) =>
        (await SystemCallOrder.TryAsync(Operation.Every[operation])).MustBeClean();

    /// <summary>The detector itself: of the flushes of a good run, none is one too many.</summary>
    [Test]
    public async Task A_flush_that_is_left_out_or_fails_or_never_ends_is_seen()
    {
        IReadOnlyList<SystemCall> calls = await Operation.AddFirstOfAll.AllSystemCallsAsync();
        SystemCall[] flushes = [.. calls.Where(call => call.Name == "fsync")];
        Assert.That(flushes, Has.Length.EqualTo(9));
        foreach (SystemCall flush in flushes)
        {
            Assert.That(SystemCallOrder.Faults(calls.Where(call => call != flush)), Is.Not.Empty, $"Without {flush}");
            Assert.That(SystemCallOrder.Faults(calls.Select(call => call == flush ? call with { HasSucceeded = false } : call)), Is.Not.Empty, $"With a failed {flush}");
            Assert.That(SystemCallOrder.Faults(calls.Select(call => call == flush ? call with { End = null, HasSucceeded = false } : call)), Is.Not.Empty, $"Not waiting for {flush}");
            Assert.That(SystemCallOrder.Faults(calls.Select(call => call == flush ? call with { End = int.MaxValue } : call)), Is.Not.Empty, $"With a late {flush}");
        }
    }

    [Test]
    public async Task Neither_lock_nor_temporary_file_is_inherited_by_programs_that_the_caller_starts()
    {
        string[] opened = [.. (await Operation.Add.AllSystemCallsAsync()).Where(call => call.Name.StartsWith("open", StringComparison.Ordinal)).Select(call => call.Text)];
        Assert.That(opened, Is.Not.Empty.And.All.Contain("O_CLOEXEC"));
    }

    private static IEnumerable<int> Changes => Enumerable.Range(0, Operation.Every.Count);
}
