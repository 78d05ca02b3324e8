using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

public sealed class FuzzTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Anything = Gen.OneOf(AnySchedule.Cron, AnySchedule.Mutated, AnySchedule.Noise);

    [Test]
    public void Whatever_is_typed_everything_can_be_asked_about_it() => Anything.Sample(AskEverything, iter: 20_000);

    [Test]
    public void Errors_and_invalidity_go_together_for_a_chosen_scheduler() => Gen.Select(Anything, Gen.OneOf<string>([.. ScheduleValidator.Schedulers]))
        .Sample(
            (schedule, scheduler) =>
            {
                ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] });
                return validation.IsValid != validation.Problems.Any(problem => problem.Severity == Problems.Severity.Error);
            },
            iter: 20_000);

    [Test]
    public void A_suggestion_is_always_valid() => Anything.Sample(
        schedule => ScheduleValidator.Validate(schedule).Problems
            .All(problem => problem.Suggestion is not { } suggestion || ScheduleValidator.Validate(suggestion).IsValid),
        iter: 10_000);

    [Test]
    public void An_equivalent_is_accepted_and_runs_at_the_same_times() => AnySchedule.Cron.Sample(
        schedule =>
        {
            ScheduleValidation validation = ScheduleValidator.Validate(schedule);
            var runs = validation.NextOccurrences(Start, 3, TimeZoneInfo.Utc);
            return !validation.IsValid || validation.Schedulers.All(entry => entry.Value.Equivalent is not { } equivalent
                || ScheduleValidator.Validate(equivalent, new ScheduleOptions { Schedulers = [entry.Key] })
                    .NextOccurrences(Start, 3, TimeZoneInfo.Utc).SequenceEqual(runs));
        },
        iter: 2_000);

    [Test]
    public void Runs_strictly_increase_in_any_zone_at_any_time() => Gen.Select(
        AnySchedule.Cron,
        Gen.OneOf("Pacific/Apia", "Australia/Lord_Howe", "Europe/Dublin", "America/New_York", "Africa/Casablanca"),
        Gen.OneOf(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Long[new DateTime(1900, 1, 1).Ticks, new DateTime(2040, 1, 1).Ticks]))
        .Sample(
            (schedule, zone, ticks) =>
            {
                DateTimeOffset last = new(ticks, TimeSpan.Zero);
                return ScheduleValidator.Validate(schedule).NextOccurrences(last, 20, TimeZoneInfo.FindSystemTimeZoneById(zone))
                    .All(run => run > last && (last = run) == run);
            },
            iter: 2_000);

    [Test]
    public void Errors_and_invalidity_go_together() => Anything.Sample(
        schedule =>
        {
            ScheduleValidation validation = ScheduleValidator.Validate(schedule);
            return validation.IsValid != validation.Problems.Any(problem => problem.Severity == Problems.Severity.Error);
        },
        iter: 10_000);

    [Test]
    [Category("Long")]
    public void Ten_million_strings_raise_no_exception_and_none_takes_a_millisecond()
    {
        const int Count = 10_000_000;
        var slow = new ConcurrentBag<string>();
        // The compiler's time is not the validator's.
        Anything.Sample(schedule => ScheduleValidator.Validate(schedule).Problems.Count >= 0, iter: Count / 20);
        Anything.Sample(
            schedule =>
            {
                if (Fastest(schedule, tries: 5) >= TimeSpan.FromMilliseconds(1))
                    slow.Add(schedule);
            },
            iter: Count);

        TestContext.Out.WriteLine($"{Count} schedules, {slow.Count} took a millisecond");
        Assert.That(slow, Is.Empty);
    }

    /// <summary>Time of a validation with its problems; a slow one is tried again, because a machine has other things to do.</summary>
    private static TimeSpan Fastest(string schedule, int tries)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int i = 0; i < tries && fastest >= TimeSpan.FromMilliseconds(1); i++)
        {
            long start = Stopwatch.GetTimestamp();
            _ = ScheduleValidator.Validate(schedule).Problems;
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static void AskEverything(string schedule)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);
        foreach (ScheduleProblem problem in validation.Problems)
        {
            Assert.That(problem.Column, Is.InRange(1, schedule.Length + 1));
            Assert.That(problem.Column - 1 + problem.Length, Is.LessThanOrEqualTo(schedule.Length));
            Assert.That(problem.Message, Is.Not.Empty);
        }

        foreach (SchedulerVerdict verdict in validation.Schedulers.Values)
            Assert.That(verdict.Reason is null, Is.EqualTo(verdict.Accepted));
        Assert.That(validation.NextOccurrences(Start, 2, TimeZoneInfo.Utc), Is.Ordered);
        Assert.That(validation.Description.Length > 0, Is.EqualTo(validation.IsValid || validation.Description == "Never"));
    }
}
