using System.Diagnostics;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests;

public sealed class ScheduleValidatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("0 0 * * *", ScheduleKind.Cron, "At 00:00 every day")]
    [TestCase("*/15 * * * *", ScheduleKind.Cron, "Every 15 minutes")]
    [TestCase("* * * * *", ScheduleKind.Cron, "Every minute")]
    [TestCase("0 * * * *", ScheduleKind.Cron, "Every hour")]
    [TestCase("5 */2 * * *", ScheduleKind.Cron, "At minute 5 of every 2nd hour from 0 through 22 every day")]
    [TestCase("*/7 * * * *", ScheduleKind.Cron, "At every 7th minute from 0 through 56 of every hour")]
    [TestCase("0 0 1 */2 *", ScheduleKind.Cron, "At 00:00 on day 1 of the month in every 2nd month from January through November")]
    [TestCase("0 0 L-3 * *", ScheduleKind.Cron, "At 00:00 on the day 3 days before the last day of the month")]
    [TestCase("0 0 L-1 * *", ScheduleKind.Cron, "At 00:00 on the day before the last day of the month")]
    [TestCase("0 0 * * 5-7", ScheduleKind.Cron, "At 00:00 on Friday through Sunday")]
    [TestCase("0 0 * * 6,0,1", ScheduleKind.Cron, "At 00:00 on Saturday through Monday")]
    [TestCase("0 0 * * 0-4", ScheduleKind.Cron, "At 00:00 on Sunday through Thursday")]
    [TestCase("0 0 * * SUN,WED,FRI", ScheduleKind.Cron, "At 00:00 on Wednesday, Friday and Sunday")]
    [TestCase("0 0 * * SAT,SUN", ScheduleKind.Cron, "At 00:00 on Saturday and Sunday")]
    [TestCase("H H * * *", ScheduleKind.Cron, "At 00:00 every day, except that the scheduler picks the minute and the hour itself")]
    [TestCase("0 9-17 * * MON-FRI", ScheduleKind.Cron, "At minute 0 of hours 9 through 17 on Monday through Friday")]
    [TestCase("0 0 13 * 5", ScheduleKind.Cron, "At 00:00 on day 13 of the month or on Friday")]
    [TestCase("0 0 1 6 1", ScheduleKind.Cron, "At 00:00 in June, on day 1 of the month or on Monday")]
    [TestCase("0 0 * * 7", ScheduleKind.Cron, "At 00:00 on Sunday")]
    [TestCase("0 0 1 JAN,JUL *", ScheduleKind.Cron, "At 00:00 on day 1 of the month in January and July")]
    [TestCase("30 10 L * *", ScheduleKind.Cron, "At 10:30 on the last day of the month")]
    [TestCase("0 0 * * FRI#2", ScheduleKind.Cron, "At 00:00 on the second Friday of the month")]
    [TestCase("*/10 * * * * *", ScheduleKind.Cron, "Every 10 seconds")]
    [TestCase("15 * 9 * * *", ScheduleKind.Cron, "At second 15 of every minute of hour 9 every day")]
    [TestCase("*/30 * 1 * *", ScheduleKind.Cron, "Every 30 minutes on day 1 of the month")]
    [TestCase("@daily", ScheduleKind.Macro, "At 00:00 every day")]
    [TestCase("@Weekly", ScheduleKind.Macro, "At 00:00 on Sunday")]
    [TestCase("@reboot", ScheduleKind.Macro, "Once, when the scheduler starts")]
    [TestCase("rate(5 minutes)", ScheduleKind.Rate, "Every 5 minutes, counted from the start")]
    [TestCase("rate(1 day)", ScheduleKind.Rate, "Every day, counted from the start")]
    [TestCase("rate(30 seconds)", ScheduleKind.Rate, "Every 30 seconds, counted from the start")]
    [TestCase("@every 1h30m", ScheduleKind.Every, "Every 1 hour and 30 minutes, counted from the start")]
    [TestCase("at(2027-01-01T00:00:00)", ScheduleKind.At, "Once, at 2027-01-01 00:00:00")]
    [TestCase("cron(0 12 * * ? *)", ScheduleKind.Cron, "At 12:00 every day")]
    public void A_schedule_is_understood(string schedule, ScheduleKind kind, string description)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(validation.IsValid, Is.True);
            Assert.That(validation.Kind, Is.EqualTo(kind));
            Assert.That(validation.Description, Is.EqualTo(description));
            Assert.That(validation.Schedule, Is.EqualTo(schedule));
        }
    }

    [Test]
    public void A_time_that_the_scheduler_picks_is_not_made_up()
    {
        ScheduleValidation validation = ScheduleValidator.Validate("H 3 * * *");

        Assert.That(validation.NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty);
        Assert.That(validation.Schedulers.Where(entry => entry.Value.Equivalent is not null).Select(entry => entry.Key), Is.EqualTo(new[] { "bullmq" }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("* * * *")]
    [TestCase("every now and then")]
    public void What_is_no_schedule_is_invalid_and_says_why(string? schedule)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(validation.IsValid, Is.False);
            Assert.That(validation.Problems, Is.Not.Empty);
            Assert.That(validation.NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty);
        }
    }

    [TestCase("0 0 * * *", true, "crontab", "kubernetes")]
    [TestCase("0 0 * * *", false, "crontab", "quartz")]
    [TestCase("0 0 * * *", false, "quartz", "crontab")]
    [TestCase("0 0 30 2 * 2027", false, "temporal", "quartz")]
    [TestCase("0 0 * * SUN", true, "cloudflare", "crontab", "croner")]
    public void Every_chosen_scheduler_must_accept_a_schedule(string schedule, bool isValid, params string[] schedulers) =>
        Assert.That(ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = schedulers }).IsValid, Is.EqualTo(isValid));

    [Test]
    public void Every_chosen_scheduler_that_refuses_a_schedule_says_why()
    {
        var options = new ScheduleOptions { Schedulers = ["kubernetes", "croner", "cloudflare"] };
        IEnumerable<string> problems = ScheduleValidator.Validate("0 0 * * 7/2", options).Problems.Select(problem => $"{problem.Column} {problem.Message}");

        Assert.That(problems, Is.EqualTo(new[]
        {
            "9 Kubernetes refuses this schedule: Day of week 7 is outside 0-6.",
            "9 croner refuses this schedule: '7/2' is no form that croner knows in the day of week field.",
        }));
    }

    [TestCase("0 0 * * 0", "0 0 * * SUN", "cloudflare", "croner")]
    [TestCase("0 0 * * *", null, "crontab", "quartz")]
    public void A_suggestion_suits_every_chosen_scheduler(string schedule, string? suggestion, params string[] schedulers)
    {
        ScheduleProblem problem = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = schedulers }).Problems.Single();

        Assert.That(problem.Severity, Is.EqualTo(Severity.Error));
        Assert.That(problem.Suggestion, Is.EqualTo(suggestion));
    }

    [TestCase("0 0 * * 7", "kubernetes", "At 00:00 on Sunday", "0 0 * * SUN")]
    [TestCase("@daily", "github-actions", "At 00:00 every day", "0 0 * * *")]
    public void A_schedule_that_the_chosen_scheduler_refuses_is_still_explained(string schedule, string scheduler, string description, string equivalent)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(validation.IsValid, Is.False);
            Assert.That(validation.Description, Is.EqualTo(description));
            Assert.That(validation.Schedulers[scheduler].Equivalent, Is.EqualTo(equivalent));
            Assert.That(validation.NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty, "It does not run there");
        }
    }

    [TestCase("0 0 0 */1 * MON", "quartz", "At 00:00 every day")]
    [TestCase("0 0 0 13 * */1", "quartz", "At 00:00 every day")]
    [TestCase("0 0 0 */1 * MON", "hangfire", "At 00:00 on Monday")]
    [TestCase("0 0 */1 * MON", "kubernetes", "At 00:00 on Monday")]
    public void A_star_with_a_step_of_1_is_no_star_to_Quartz(string schedule, string scheduler, string description) => Assert.That(
        ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] }).Description, Is.EqualTo(description));

    [TestCase("@hourley", "@hourly")]
    [TestCase("@dayly", "@daily")]
    [TestCase("@wekly", "@weekly")]
    public void A_mistyped_macro_comes_with_the_right_one(string schedule, string suggestion) =>
        Assert.That(ScheduleValidator.Validate(schedule).Problems.Single().Suggestion, Is.EqualTo(suggestion));

    [TestCase("0 0 30 2 *")]
    [TestCase("0 0 31 4,6,9,11 *")]
    [TestCase("0 0 L-30 11 *")]
    public void A_date_that_never_comes_is_an_error(string schedule)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(validation.IsValid, Is.False);
            Assert.That(validation.Problems.Single().Code, Is.EqualTo(ScheduleCodes.NeverFires));
            Assert.That(validation.NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty);
        }
    }

    [TestCase("0 0 * * *", "2026-01-02 00:00", "2026-01-03 00:00")]
    [TestCase("30 4 1,15 * 5", "2026-01-01 04:30", "2026-01-02 04:30")]
    [TestCase("0 0 * * 7", "2026-01-04 00:00", "2026-01-11 00:00")]
    [TestCase("0 0 29 2 *", "2028-02-29 00:00", "2032-02-29 00:00")]
    [TestCase("0 0 29 2 +1", "2044-02-29 00:00", "2072-02-29 00:00")]
    [TestCase("rate(90 minutes)", "2026-01-01 01:30", "2026-01-01 03:00")]
    public void The_next_runs_are_those_of_the_schedule(string schedule, string first, string second)
    {
        IEnumerable<string> runs = ScheduleValidator.Validate(schedule).NextOccurrences(Start, 2, TimeZoneInfo.Utc)
            .Select(run => run.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

        Assert.That(runs, Is.EqualTo(new[] { first, second }));
    }

    [TestCase("0 0 30 2 *", "webstir")]
    [TestCase("* * 1W * SUN", "hangfire")]
    [TestCase("* * L-1 2 SUN#5", "hangfire")]
    [TestCase("* * * * * 2015", "temporal")]
    [TestCase("0 15 10 * * ? 2005", "quartz")]
    public void That_there_are_no_runs_is_known_within_a_millisecond(string schedule, string scheduler)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] });
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int i = 0; i < 50; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Assert.That(validation.NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        Assert.That(fastest, Is.LessThan(TimeSpan.FromMilliseconds(1)));
    }

    private static readonly string[] Costly =
    [
        "* * * * *" + new string(',', 247),
        string.Join(',', Enumerable.Repeat("6-0", 61)) + " * * * *",
        "0 0 0 * * * 0-9999",
        "0 0 0 * * * " + string.Join(',', Enumerable.Repeat("0-9999", 34)),
    ];

    [TestCaseSource(nameof(Costly))]
    public void Whatever_is_typed_is_judged_within_a_millisecond(string schedule)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int i = 0; i < 200; i++)
        {
            long start = Stopwatch.GetTimestamp();
            _ = ScheduleValidator.Validate(schedule).Problems;
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        TestContext.Out.WriteLine($"{schedule.Length} characters: {fastest.TotalMicroseconds:F0} µs");
        Assert.That(fastest, Is.LessThan(TimeSpan.FromMilliseconds(1)));
    }

    [Test]
    public void The_ends_of_time_are_no_trouble(
        [Values("* * * * * *", "0 0 29 2 *", "rate(1 day)", "0 2 * * *", "at(2027-01-01T00:00:00)", "0 0 0 1 1 * 9998")] string schedule,
        [Values("UTC", "Europe/Paris", "Pacific/Kiritimati", "America/New_York")] string zone)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);

        Assert.That(validation.NextOccurrences(DateTimeOffset.MinValue, 2, place), Is.Not.Empty);
        Assert.That(validation.NextOccurrences(DateTimeOffset.MaxValue, 2, place), Is.Empty);
    }

    [Test]
    public void None_are_returned_when_none_are_asked_for() =>
        Assert.That(ScheduleValidator.Validate("* * * * *").NextOccurrences(Start, 0, TimeZoneInfo.Utc), Is.Empty);

    [Test]
    public void More_characters_than_any_scheduler_takes_are_an_error()
    {
        ScheduleValidation validation = ScheduleValidator.Validate("0 0 * * " + new string('1', 249));

        Assert.That(validation.IsValid, Is.False);
        Assert.That(validation.Problems.Single().Code, Is.EqualTo(ScheduleCodes.TooLong));
        Assert.That(validation.Problems.Single().Column, Is.EqualTo(257));
        Assert.That(validation.Schedulers.Values.Select(verdict => verdict.Accepted), Is.All.False);
    }

    [Test]
    public void A_start_of_the_machine_has_no_runs() =>
        Assert.That(ScheduleValidator.Validate("@reboot").NextOccurrences(Start, 1, TimeZoneInfo.Utc), Is.Empty);
}
