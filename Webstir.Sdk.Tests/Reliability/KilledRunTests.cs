namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F9; the long form kills every change at every system call, and more often.</summary>
public sealed class KilledRunTests
{
    private const int Kills = 200;

    [Test]
    public async Task After_a_kill_and_one_more_run_a_job_is_added_or_not_at_all() =>
        (await Kill.AtRandomTimesAsync(Operation.Add, Kills)).MustBeClean();

    [Test]
    public async Task So_it_is_at_every_system_call() => (await Kill.AtEverySystemCallAsync(Operation.Add)).MustBeClean();

    [Test]
    public async Task So_it_is_at_every_flush() => (await Kill.AtEveryFlushAsync(Operation.Add)).MustBeClean();

    [Test]
    public async Task So_it_is_when_the_run_that_mends_it_is_killed_at_every_system_call() =>
        (await Kill.AtEverySystemCallOfTheNextRunAsync(Operation.Add)).MustBeClean();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(6)]
    public async Task So_it_is_with_updates_removals_and_the_worker(int operation) =>
        (await Kill.AtRandomTimesAsync(Operation.All[operation], Kills / 10)).MustBeClean();

    [TestCase(0)]
    [TestCase(1)]
    public async Task Init_and_export_killed_at_every_system_call_are_finished_by_the_same_command(int operation) =>
        (await Kill.AtEverySystemCallAsync(Operation.Repeatable[operation])).MustBeClean();
}
