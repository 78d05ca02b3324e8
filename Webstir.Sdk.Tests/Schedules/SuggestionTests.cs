using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>What to write instead of a schedule that is refused.</summary>
public sealed class SuggestionTests
{
    [TestCase("@hourley", "@hourly")]
    [TestCase("@DAYLY", "@daily")]
    [TestCase("@reebot", "@reboot")]
    [TestCase("daily", "@daily")]
    [TestCase("9:00", "0 9 * * *")]
    [TestCase("0 0 * * FRI-MON", "0 0 * * FRI,SAT,SUN,MON")]
    [TestCase("0 0 * * 5-1", "0 0 * * FRI,SAT,SUN,MON")]
    [TestCase("0 0 * * FRI-SUNN", "0 0 * * FRI,SAT,SUN")]
    [TestCase("0 22-2 * * *", "0 22,23,0,1,2 * * *")]
    [TestCase("50-10 * * * *", "50-59,0-10 * * * *")]
    [TestCase("0 0 * NOV-FEB *", "0 0 * NOV,DEC,JAN,FEB *")]
    [TestCase("0 0 * * MONDAYS", "0 0 * * MON")]
    [TestCase("0 0 * * BUN", "0 0 * * SUN")]
    [TestCase("0 0 * JANN *", "0 0 * JAN *")]
    [TestCase("0 0 * JANE *", "0 0 * JAN *")]
    [TestCase("0 0 * Febuary *", "0 0 * FEB *")]
    [TestCase("0 24 * * *", "0 0 * * *")]
    [TestCase("/15 * * * *", "*/15 * * * *")]
    [TestCase("*/-5 * * * *", "*/5 * * * *")]
    [TestCase("1,,2 * * * *", "1,2 * * * *")]
    [TestCase(",1 * * * *", "1 * * * *")]
    [TestCase("rate(5 min)", "rate(5 minutes)")]
    [TestCase("rate 1 hours", "rate(1 hour)")]
    [TestCase("rate(10 MINUTES)", "rate(10 minutes)")]
    [TestCase("rate(5 minutes", "rate(5 minutes)")]
    [TestCase("rate(5minutes)", "rate(5 minutes)")]
    [TestCase("rate(5  minutes)", "rate(5 minutes)")]
    [TestCase("rate (5 minutes)", "rate(5 minutes)")]
    [TestCase("RATE(5 minutes)", "rate(5 minutes)")]
    [TestCase("rate(1.5 hours)", "rate(90 minutes)")]
    [TestCase("rate(1 wk)", "rate(7 days)")]
    [TestCase("rate(1 week)", "rate(7 days)")]
    [TestCase("rate(2 wekes)", "rate(14 days)")]
    [TestCase("rate(10 minuts)", "rate(10 minutes)")]
    [TestCase("rate(5 m)", "rate(5 minutes)")]
    [TestCase("cron(0 12 * * ? *", "cron(0 12 * * ? *)")]
    [TestCase("cron(0 12 * * ? *) ;", "cron(0 12 * * ? *)")]
    [TestCase("Cron(0 12 * * ? *)", "cron(0 12 * * ? *)")]
    [TestCase("cron(0 12 * * * *)", "cron(0 12 * * ? *)")]
    [TestCase("cron(0 12 ? * ? *)", "cron(0 12 * * ? *)")]
    [TestCase("cron(0 12 * * MON *)", "cron(0 12 ? * MON *)")]
    [TestCase("cron(0 12 * * *)", "cron(0 12 * * ? *)")]
    [TestCase("cron(0 12 ? * MON)", "cron(0 12 ? * MON *)")]
    [TestCase("at(2027-01-01T09:30)", "at(2027-01-01T09:30:00)")]
    [TestCase("at(2027-01-01 09:30:00)", "at(2027-01-01T09:30:00)")]
    [TestCase("at(2027-01-01T09:30:00", "at(2027-01-01T09:30:00)")]
    public void A_mistake_comes_with_what_was_meant(string schedule, string suggestion)
    {
        ScheduleProblem problem = ScheduleValidator.Validate(schedule).Problems.Single();

        Assert.That(problem.Severity, Is.EqualTo(Severity.Error));
        Assert.That(problem.Suggestion, Is.EqualTo(suggestion));
    }

    [TestCase("60 * * * *")]
    [TestCase("*/0 * * * *")]
    [TestCase("0 0 31 2 *")]
    [TestCase("* * * *")]
    [TestCase("banana")]
    [TestCase("rate(0 minutes)")]
    [TestCase("rate(10 years)")]
    [TestCase("rate(1 month)")]
    [TestCase("rate(1 M)")]
    [TestCase("rate(2 fortnights)")]
    [TestCase("rate(5 xy)")]
    [TestCase("rate(0.001 seconds)")]
    [TestCase("rate(-1 minutes)")]
    [TestCase("cron(0 12 1 * MON *)")]
    [TestCase("cron(0 12 * * 1-5)")]
    [TestCase("at(2027-01-01)")]
    [TestCase("at(2027-02-30T00:00:00)")]
    [TestCase("at(2027-01-01T00:00:00Z)")]
    [TestCase("0 0 99999999999 * *")]
    public void Nothing_is_guessed(string schedule) =>
        Assert.That(ScheduleValidator.Validate(schedule).Problems.Select(problem => problem.Suggestion), Is.All.Null);

    [TestCase("crontab", "0/15 * * * *", "*/15 * * * *")]
    [TestCase("crontab", "0 0 12 * * *", "0 12 * * *")]
    [TestCase("crontab", "rate(5 minutes)", "*/5 * * * *")]
    [TestCase("crontab", "@Daily", "@daily")]
    [TestCase("crontab", "0 0 * * Monday", "0 0 * * MON")]
    [TestCase("kubernetes", "0 0 * * 7", "0 0 * * SUN")]
    [TestCase("github-actions", "@weekly", "0 0 * * SUN")]
    [TestCase("eventbridge", "0 0 * * MON-FRI", "cron(0 0 ? * MON-FRI *)")]
    [TestCase("quartz", "0 0 1 * *", "0 0 0 1 * ?")]
    [TestCase("hangfire", "0 0 13 * 5 2027", null)]
    public void A_schedule_for_another_scheduler_is_translated(string scheduler, string schedule, string? suggestion)
    {
        ScheduleProblem problem = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] }).Problems.Single();

        Assert.That(problem.Severity, Is.EqualTo(Severity.Error));
        Assert.That(problem.Suggestion, Is.EqualTo(suggestion));
    }

    private static IEnumerable<string?> Choices => [null, .. ScheduleValidator.Schedulers];

    private static IEnumerable<string> Known => Vector.All.Select(vector => vector.Schedule).Concat(BadScheduleTests.Schedules);

    [TestCaseSource(nameof(Choices))]
    public void What_is_suggested_for_a_known_schedule_is_valid_and_another(string? scheduler)
    {
        var options = new ScheduleOptions { Schedulers = scheduler is null ? null : [scheduler] };
        var suggestions = Known
            .SelectMany(schedule => ScheduleValidator.Validate(schedule, options).Problems.Select(problem => (schedule, problem.Suggestion)))
            .Where(pair => pair.Suggestion is not null)
            .ToList();

        Assert.That(suggestions, Is.Not.Empty);
        Assert.That(
            suggestions.Where(pair => pair.schedule == pair.Suggestion || !ScheduleValidator.Validate(pair.Suggestion, options).IsValid), Is.Empty);
    }

    [TestCaseSource(typeof(ScheduleValidator), nameof(ScheduleValidator.Schedulers))]
    public void An_equivalent_of_a_measured_schedule_is_accepted_there_and_means_the_same(string scheduler)
    {
        var options = new ScheduleOptions { Schedulers = [scheduler] };
        var pairs = Vector.All.Select(vector => ScheduleValidator.Validate(vector.Schedule))
            .Select(validation => (validation, validation.Schedulers[scheduler].Equivalent))
            .Where(pair => pair.Equivalent is not null)
            .ToList();

        Assert.That(pairs, Is.Not.Empty);
        Assert.That(pairs.Where(pair => !ScheduleValidator.Validate(pair.Equivalent, options).Schedulers[scheduler].Accepted), Is.Empty);
        Assert.That(
            pairs.Where(pair => !Compared(pair.validation, pair.validation.Kind).SequenceEqual(Compared(ScheduleValidator.Validate(pair.Equivalent, options), pair.validation.Kind)))
                .Select(pair => $"{pair.validation.Schedule} and {pair.Equivalent}"),
            Is.Empty);
    }

    /// <summary>Runs; of an interval the distance of two, because Temporal does not count it from its start.</summary>
    private static IEnumerable<object> Compared(ScheduleValidation validation, ScheduleKind? kind)
    {
        IReadOnlyList<DateTimeOffset> runs = Runs(validation);
        return kind is ScheduleKind.Rate or ScheduleKind.Every ? runs.Zip(runs.Skip(1), (first, second) => (object)(second - first)) : runs.Cast<object>();
    }

    private static IReadOnlyList<DateTimeOffset> Runs(ScheduleValidation validation) =>
        validation.NextOccurrences(Vector.Start, 3, TimeZoneInfo.Utc);
}
