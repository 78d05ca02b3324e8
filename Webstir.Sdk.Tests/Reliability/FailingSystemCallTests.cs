namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F10, for what writes; the long form fails every call with every error.</summary>
[Platform("Linux")]
public sealed class FailingSystemCallTests
{
    private static readonly string[] Writing = ["mkdir", "write", "pwrite64", "fsync", "rename", "renameat", "renameat2", "chmod", "fchmod", "unlink", "rmdir", "flock"];

    [Test]
    public async Task A_job_is_added_or_nothing_changes_when_a_write_fails() =>
        (await FailingSystemCalls.TryAsync(Operation.Add, ["ENOSPC", "EIO"], IsWriting)).MustBeClean();

    [TestCase(0)]
    [TestCase(4_096)]
    [TestCase(14_000)]
    [TestCase(100_000)]
    public async Task Nor_when_a_file_may_not_grow_any_more(int bytes) => (await FullDisk.LimitFileSizeAsync([bytes])).MustBeClean();

    private static bool IsWriting(SystemCall call) =>
        Writing.Contains(call.Name) || (call.Name == "openat" && call.Text.Contains("O_CREAT", StringComparison.Ordinal));
}
