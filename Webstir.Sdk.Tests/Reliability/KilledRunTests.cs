namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F9, by random times; the long form kills at every system call.</summary>
public sealed class KilledRunTests
{
    private const int Kills = 200;

    [Test]
    public async Task After_a_kill_and_one_more_run_a_job_is_added_or_not_at_all() =>
        (await Kill.AtRandomTimesAsync(Operation.Add, Kills)).MustBeClean();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task So_it_is_with_updates_removals_and_the_worker(int operation) =>
        (await Kill.AtRandomTimesAsync(Operation.All[operation], Kills / 10)).MustBeClean();
}
