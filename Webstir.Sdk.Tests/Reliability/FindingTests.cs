namespace Webstir.Sdk.Tests.Reliability;

public sealed class FindingTests
{
    [Test]
    public void A_figure_without_a_trial_is_not_held()
    {
        var some = new Tally();
        some.Count("a trial", fault: null);
        Assert.That(Finding.Of("trials", some).IsHeld, Is.True);
        Assert.That(Finding.Of("trials", some, new Tally()).IsHeld, Is.False);
        Assert.That(Finding.Of("trials").IsHeld, Is.False);
        Assert.That(new Tally().IsClean, Is.False);
    }

    [Test]
    public async Task An_assertion_that_fails_is_counted_as_a_fault()
    {
        var tally = new Tally();
        await tally.CountAsync("a trial", () => Task.CompletedTask);
        await tally.CountAsync("another", () =>
        {
            Assert.That(tally.Runs, Is.EqualTo(2));
            return Task.CompletedTask;
        });
        Assert.That((tally.Runs, tally.Faults), Is.EqualTo((2, 1)));
        Assert.That(Finding.Of("trials", tally).Measured, Is.EqualTo("1 of 2 trials"));
    }
}
