using System.Globalization;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>Paris goes from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25 October; Lord Howe Island by half an hour.</summary>
public sealed class ClockChangeTests
{
    [TestCase("30 2 * * *", "Europe/Paris", "2026-03-28T12:00Z", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00")]
    [TestCase("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00Z", "2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00")]
    public void A_fixed_time_that_is_skipped_runs_once_when_the_gap_is_over(string schedule, string zone, string after, string first, string second) =>
        Assert.That(Runs(schedule, zone, after, 2), Is.EqualTo($"{first} {second}"));

    [TestCase("30 2 * * *", "Europe/Paris", "2026-10-24T12:00Z", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00")]
    [TestCase("0 3 * * *", "Europe/Paris", "2026-10-24T12:00Z", "2026-10-25T03:00+01:00", "2026-10-26T03:00+01:00")]
    public void A_fixed_time_that_comes_twice_runs_the_first_time(string schedule, string zone, string after, string first, string second) =>
        Assert.That(Runs(schedule, zone, after, 2), Is.EqualTo($"{first} {second}"));

    [TestCase("crontab", "30 2 * * *", "03:00+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("crontab", "0,30 2 * * *", "03:00+02:00 02:00+02:00 02:30+02:00")]
    [TestCase("kubernetes", "30 2 * * *", "02:30+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("temporal", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+02:00")]
    [TestCase("eventbridge", "cron(30 2 * * ? *)", "02:30+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("quartz", "0 30 2 * * ?", "03:00+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("hangfire", "30 2 * * *", "03:00+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("bullmq", "30 2 * * *", "03:30+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("bullmq", "0,30 2 * * *", "03:00+02:00 03:30+02:00 02:00+02:00")]
    [TestCase("bullmq", "0 2,3 * * *", "03:00+02:00 02:00+02:00 03:00+02:00")]
    [TestCase("croner", "30 2 * * *", "03:00+02:00 02:30+02:00 02:30+02:00")]
    [TestCase("croner", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+02:00")]
    [TestCase("croner", "30 1-3 * * *", "03:30+02:00 01:30+02:00 02:30+02:00", "2026-03-29T00:45Z")]
    [TestCase("webstir", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+02:00")]
    public void Each_scheduler_has_its_own_rule_for_a_time_that_is_skipped(string scheduler, string schedule, string runs, string after = "2026-03-28T12:00Z") =>
        Assert.That(Times(scheduler, schedule, after), Is.EqualTo(runs));

    [TestCase("crontab", "30 2 * * *", "02:30+02:00 02:30+01:00 02:30+01:00")]
    [TestCase("kubernetes", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("temporal", "30 2 * * *", "02:30+02:00 02:30+01:00 02:30+01:00")]
    [TestCase("eventbridge", "cron(0,30 2 * * ? *)", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("bullmq", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("croner", "30 2 * * *", "02:30+02:00 02:30+01:00 02:30+01:00")]
    [TestCase("croner", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("croner", "0 2,3 * * *", "02:00+02:00 02:00+01:00 03:00+01:00")]
    public void Each_scheduler_has_its_own_rule_for_a_time_that_comes_twice(string scheduler, string schedule, string runs) =>
        Assert.That(Times(scheduler, schedule, "2026-10-24T12:00Z"), Is.EqualTo(runs));

    [TestCase("hangfire", "*/30 2 * * *", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("quartz", "0 */30 2 * * ?", "02:00+02:00 02:30+02:00 02:00+01:00")]
    [TestCase("hangfire", "0 1-3 * * *", "01:00+02:00 02:00+02:00 02:00+01:00")]
    [TestCase("hangfire", "0,30 2 * * *", "02:00+02:00 02:30+02:00 02:00+01:00")]
    public void Cronos_and_Quartz_go_on_through_an_hour_that_comes_twice_if_a_time_field_is_an_interval(string scheduler, string schedule, string runs) =>
        Assert.That(Times(scheduler, schedule, "2026-10-24T22:00Z"), Is.EqualTo(runs));

    [TestCase("@every 1h/5m", "2027-01-01T00:17Z", "2027-01-01T01:05Z 2027-01-01T02:05Z 2027-01-01T03:05Z")]
    [TestCase("@every 1h", "2027-01-01T00:17Z", "2027-01-01T01:00Z 2027-01-01T02:00Z 2027-01-01T03:00Z")]
    public void Temporal_aligns_an_interval_to_the_epoch_and_adds_the_phase(string schedule, string after, string runs) => Assert.That(
        Instants("temporal", schedule, after).Select(run => run.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)),
        Is.EqualTo(runs.Split(' ')));

    [Test]
    public void What_runs_in_every_hour_has_no_runs_in_a_gap() => Assert.That(
        Runs("*/30 * * * *", "Europe/Paris", "2026-03-29T00:00Z", 3),
        Is.EqualTo("2026-03-29T01:30+01:00 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00"));

    [Test]
    public void What_runs_in_every_hour_goes_on_through_an_hour_that_comes_twice() => Assert.That(
        Runs("*/30 * * * *", "Europe/Paris", "2026-10-25T00:00Z", 4),
        Is.EqualTo("2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00 2026-10-25T03:00+01:00"));

    [Test]
    public void Asked_within_the_second_pass_the_first_is_over() => Assert.That(
        Runs("30 2 * * *", "Europe/Paris", "2026-10-25T01:10Z", 1),
        Is.EqualTo("2026-10-26T02:30+01:00"));

    [Test]
    public void A_zone_in_the_schedule_wins_over_the_one_asked_for() => Assert.That(
        Runs("CRON_TZ=America/New_York 0 9 * * *", "Europe/Paris", "2026-01-01T00:00Z", 1),
        Is.EqualTo("2026-01-01T09:00-05:00"));

    [TestCase("rate(1 day)", "2026-03-28T12:00Z", "2026-03-29T14:00+02:00")]
    [TestCase("rate(1 hour)", "2026-10-25T00:30Z", "2026-10-25T02:30+01:00")]
    public void A_rate_counts_elapsed_time(string schedule, string after, string first) =>
        Assert.That(Runs(schedule, "Europe/Paris", after, 1), Is.EqualTo(first));

    [Test]
    public void Apia_goes_through_three_offsets_and_on() => Assert.That(
        Runs("0 * 1 1 *", "Pacific/Apia", "2011-08-01T00:00Z", 1),
        Is.EqualTo("2012-01-01T00:00+14:00"));

    [TestCase("at(2026-03-29T02:30:00)", "Europe/Paris", "2026-03-29T03:00+02:00")]
    [TestCase("at(2026-10-25T02:30:00)", "Europe/Paris", "2026-10-25T02:30+02:00")]
    [TestCase("at(2026-03-29T01:30:00)", "Europe/Dublin", "2026-03-29T02:00+01:00")]
    [TestCase("at(2026-10-25T01:30:00)", "Europe/Dublin", "2026-10-25T01:30+01:00")]
    [TestCase("30 1 29 3 *", "Europe/Dublin", "2026-03-29T02:00+01:00")]
    [TestCase("30 1 25 10 *", "Europe/Dublin", "2026-10-25T01:30+01:00")]
    [TestCase("0 0 30 12 *", "Pacific/Apia", "2026-12-30T00:00+13:00")]
    public void One_time_follows_the_rules_of_gap_and_overlap(string schedule, string zone, string run) =>
        Assert.That(Runs(schedule, zone, "2026-01-01T00:00Z", 1), Is.EqualTo(run));

    [Test]
    public void Nothing_runs_beyond_the_calendar(
        [Values("* * * * *", "0 0 * * *", "*/7 * * * * *", "rate(5 minutes)", "at(9999-12-31T23:59:59)", "at(0001-01-01T00:00:00)", "0 0 0 1 1 * 9999")] string schedule,
        [Values("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Apia")] string zone,
        [Values("0001-01-01T00:00:00Z", "0001-01-01T05:00:00Z", "9998-12-31T23:50:00Z", "9999-12-31T10:00:00Z", "9999-12-31T23:50:00Z", "9999-12-31T23:59:59.9999999Z")] string instant)
    {
        DateTimeOffset after = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        IReadOnlyList<DateTimeOffset> runs = ScheduleValidator.Validate(schedule).NextOccurrences(after, 5, TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.That(runs, Is.Ordered.And.Unique);
        Assert.That(runs, Is.All.GreaterThan(after));
    }

    [TestCase("0 0 * * *", "UTC", "0001-01-02T00:00+00:00")]
    [TestCase("rate(5 minutes)", "UTC", "0001-01-01T00:05+00:00")]
    [TestCase("at(9999-12-31T23:59:59)", "UTC", "9999-12-31T23:59+00:00")]
    [TestCase("at(9999-12-31T23:59:59)", "America/New_York", "")]
    public void The_calendar_starts_and_ends_with_runs(string schedule, string zone, string run) =>
        Assert.That(Runs(schedule, zone, "0001-01-01T00:00Z", 1), Is.EqualTo(run));

    private static string Times(string scheduler, string schedule, string after) => string.Join(
        ' ', Instants(scheduler, schedule, after).Select(run => run.ToString("HH:mmzzz", CultureInfo.InvariantCulture)));

    private static IReadOnlyList<DateTimeOffset> Instants(string scheduler, string schedule, string after) => ScheduleValidator
        .Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] })
        .NextOccurrences(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), 3, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    private static string Runs(string schedule, string zone, string after, int count) => string.Join(
        ' ',
        ScheduleValidator.Validate(schedule)
            .NextOccurrences(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), count, TimeZoneInfo.FindSystemTimeZoneById(zone))
            .Select(run => run.ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture)));
}
