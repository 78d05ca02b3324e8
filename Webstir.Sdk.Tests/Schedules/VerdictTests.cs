using System.Globalization;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>What each scheduler makes of one schedule.</summary>
public sealed class VerdictTests
{
    [TestCase("0 0 * * 1-5", "cloudflare", "At 00:00 on Sunday through Thursday", "0 0 * * MON-FRI")]
    [TestCase("0 0 13 * 5", "hangfire", "At 00:00 on day 13 of the month, but only on Friday", null)]
    [TestCase("0 0 12 * * *", "temporal", "At 00:00 on day 12 of the month", "0 12 * * *")]
    [TestCase("0 0 * * FRI#2", "temporal", "At 00:00 on Friday", null)]
    [TestCase("0 0 */2 * MON", "crontab", "At 00:00 on every 2nd day from 1 through 31 of the month, but only on Monday", "0 0 1-31/2 * MON")]
    [TestCase("* * * *", "bullmq", "Every minute", null)]
    public void Another_reading_is_told(string schedule, string scheduler, string meaning, string? equivalent)
    {
        SchedulerVerdict verdict = ScheduleValidator.Validate(schedule).Schedulers[scheduler];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Accepted, Is.True);
            Assert.That(verdict.Meaning, Is.EqualTo(meaning));
            Assert.That(verdict.Equivalent, Is.EqualTo(equivalent));
        }
    }

    [TestCase("@daily", "github-actions", "0 0 * * *")]
    [TestCase("@daily", "eventbridge", "cron(0 0 * * ? *)")]
    [TestCase("rate(5 minutes)", "temporal", "@every 5m")]
    [TestCase("rate(5 minutes)", "cloud-scheduler", "every 5 minutes")]
    [TestCase("rate(7 minutes)", "crontab", null)]
    [TestCase("@every 25001m", "eventbridge", "rate(25001 minutes)")]
    [TestCase("@every 1000000h", "eventbridge", null)]
    [TestCase("rate(30 seconds)", "eventbridge", null)]
    [TestCase("@reboot", "kubernetes", null)]
    [TestCase("0 0 13 * 5", "eventbridge", null)]
    [TestCase("0 0 L * *", "crontab", null)]
    [TestCase("0 0 L * *", "quartz", "0 0 0 L * ?")]
    [TestCase("at(2027-01-01T00:00:00)", "temporal", "0 0 0 1 1 * 2027")]
    public void A_refusal_has_a_reason_and_an_equivalent_if_there_is_one(string schedule, string scheduler, string? equivalent)
    {
        SchedulerVerdict verdict = ScheduleValidator.Validate(schedule).Schedulers[scheduler];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Accepted, Is.False);
            Assert.That(verdict.Reason, Is.Not.Empty);
            Assert.That(verdict.Equivalent, Is.EqualTo(equivalent));
        }
    }

    [TestCase("0 0 0 LW-2 * ?", "quartz", "2026-01-28 2026-02-25 2026-03-29")]
    [TestCase("0 0 0 LW-30 2 ?", "quartz", "2026-02-01 2027-02-01 2028-02-01")]
    [TestCase("0 0 0 LW-31 2 ?", "quartz", null)]
    [TestCase("0 0 0 1 JAN-JUN/2 ?", "quartz", "2026-02-01 2026-03-01 2026-04-01")]
    [TestCase("0 0 0 1 MAR-JUN/5 ?", "quartz", "2026-03-01 2026-04-01 2026-05-01")]
    [TestCase("0 0 0 1 AUG/20 ?", "quartz", "2026-08-01 2027-08-01 2028-08-01")]
    [TestCase("0 0 0 1 january-march ?", "quartz", "2027-01-01 2028-01-01 2029-01-01")]
    [TestCase("0 0 0 ? * 6-0", "quartz", "2026-01-02 2026-01-03 2026-01-09")]
    [TestCase("0 0 0 31-0 * ?", "quartz", "2026-01-31 2026-03-31 2026-05-31")]
    [TestCase("0 0 0 1 11-0 ?", "quartz", "2026-11-01 2026-12-01 2027-11-01")]
    [TestCase("0 0 0 1 1 ? 2100", "quartz", "2100-01-01")]
    [TestCase("0 0 0 1 1 ? 2030,*", "quartz", "2027-01-01 2028-01-01 2029-01-01")]
    [TestCase("0 0 0 1 1 ? */4", "quartz", "2030-01-01 2034-01-01 2038-01-01")]
    [TestCase("0 0 0 * *\n?", "quartz", null)]
    [TestCase("0 0 0 * * \n?", "quartz", "2026-01-02 2026-01-03 2026-01-04")]
    [TestCase("0 0 0 * * ?\u00a0", "quartz", "2026-01-02 2026-01-03 2026-01-04")]
    [TestCase("0 0 0 1 1 * 0", "croner", null)]
    [TestCase("0 0 0 1 1 * */4", "croner", "2028-01-01 2032-01-01 2036-01-01")]
    [TestCase("0 0 0 1 1 * 2030,*", "croner", "2027-01-01 2028-01-01 2029-01-01")]
    [TestCase("0 0 5-33/10 * *", "croner", "2026-01-05 2026-01-15 2026-01-25")]
    [TestCase("0 0 5-33/10 * *", "bullmq", null)]
    [TestCase("0 0-24/8 * * *", "croner", null)]
    [TestCase("0 0 * * 5#+3", "croner", null)]
    [TestCase("0 0 * * 5#+3", "bullmq", "2026-01-16 2026-02-20 2026-03-20")]
    [TestCase("\ufeff0 0 * * *", "croner", "2026-01-02 2026-01-03 2026-01-04")]
    [TestCase("\ufeff0 0 * * *", "bullmq", "2026-01-02 2026-01-03 2026-01-04")]
    [TestCase("\ufeff0 0 * * *", "kubernetes", null)]
    [TestCase("\u00850 0 * * *", "kubernetes", "2026-01-02 2026-01-03 2026-01-04")]
    [TestCase("\u00850 0 * * *", "croner", null)]
    public void The_small_print_is_that_of_the_engine_itself(string schedule, string scheduler, string? runs)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] });
        IEnumerable<string> found = validation.NextOccurrences(Vector.Start, 3, TimeZoneInfo.Utc)
            .Select(run => run.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.That(validation.Schedulers[scheduler].Accepted, Is.EqualTo(runs is not null));
        Assert.That(string.Join(' ', found), Is.EqualTo(runs ?? ""));
    }

    [Test]
    public void Every_scheduler_of_the_table_has_a_verdict()
    {
        IReadOnlyDictionary<string, SchedulerVerdict> verdicts = ScheduleValidator.Validate("0 0 * * *").Schedulers;

        Assert.That(string.Join(' ', verdicts.Keys.Order()), Is.EqualTo(
            "azure-functions bullmq cloud-scheduler cloudflare croner crontab eventbridge github-actions hangfire kubernetes quartz temporal webstir"));
        Assert.That(verdicts, Has.Count.EqualTo(13));
        Assert.That(verdicts.ContainsKey("cron"), Is.False);
    }

    [TestCase("@reboot", "webstir", "crontab")]
    [TestCase("rate(30 seconds)", "webstir")]
    [TestCase("rate(5 minutes)", "webstir", "eventbridge")]
    [TestCase("rate(43200 minutes)", "webstir", "eventbridge")]
    [TestCase("rate(24855 days)", "webstir", "eventbridge")]
    [TestCase("rate(24856 days)")]
    [TestCase("rate(35791395 minutes)")]
    [TestCase("every monday 09:00", "cloud-scheduler")]
    [TestCase("CRON_TZ=UTC 0 0 * * *", "temporal")]
    public void Some_syntaxes_are_known_to_few(string schedule, params string[] schedulers)
    {
        var accepting = ScheduleValidator.Validate(schedule).Schedulers.Where(entry => entry.Value.Accepted).Select(entry => entry.Key);

        Assert.That(accepting, Is.EquivalentTo(schedulers));
    }

    [TestCase("every day 00:00", "At 00:00 every day", "0 0 * * *")]
    [TestCase("every mon,wed 09:00", "At 09:00 on Monday and Wednesday", "0 9 * * MON,WED")]
    [TestCase("every monday of jan,july 09:00", "At 09:00 on Monday in January and July", "0 9 * 1,7 MON")]
    [TestCase("every 12 hours synchronized", "At 00:00 and 12:00 every day", "0 0,12 * * *")]
    [TestCase("1,15 of month 09:30", "At 09:30 on days 1 and 15 of the month", "30 9 1,15 * *")]
    [TestCase("1st,third monday of month 09:00", "At 09:00 on the first Monday of the month and the third Monday of the month", null)]
    [TestCase("2nd fri of september 17:00", "At 17:00 on the second Friday of the month in September", null)]
    public void Dates_in_words_are_read(string schedule, string description, string? equivalent)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = ["cloud-scheduler"] });

        Assert.That(validation.IsValid, Is.True);
        Assert.That(validation.Description, Is.EqualTo(description));
        Assert.That(validation.Schedulers["kubernetes"].Equivalent, Is.EqualTo(equivalent));
        Assert.That(validation.NextOccurrences(Vector.Start, 1, TimeZoneInfo.Utc), Is.Not.Empty);
    }

    [TestCase("every 7 hours synchronized")]
    [TestCase("every 5 minutes sometimes")]
    [TestCase("6th monday of month 09:00")]
    [TestCase("1th monday of month 09:00")]
    [TestCase("1st day of month 09:00")]
    [TestCase("32 of month 09:00")]
    [TestCase("1 of month")]
    [TestCase("1 of smarch 09:00")]
    [TestCase("every mon, 09:00")]
    [TestCase("of of of of of")]
    public void What_is_no_date_in_words_is_refused(string schedule) => Assert.That(
        ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = ["cloud-scheduler"] }).IsValid, Is.False);

    [Test]
    public void Every_verdict_links_to_the_rules_of_its_scheduler() => Assert.That(
        ScheduleValidator.Validate("0 0 * * *").Schedulers.Values.Select(verdict => verdict.Link.Scheme), Is.All.EqualTo("https"));

    [TestCase("CRON_TZ=UTC 0 0 * * *", true)]
    [TestCase("TZ=Europe/Paris @daily", true)]
    [TestCase("CRON_TZ=UTC @every 5m", true)]
    [TestCase("CRON_TZ=Nowhere/Land 0 0 * * *", false)]
    [TestCase("CRON_TZ=UTC", false)]
    [TestCase("CRON_TZ=UTC TZ=UTC 0 0 * * *", false)]
    [TestCase("0 0 * * * # nightly", true)]
    public void Temporal_takes_a_zone_before_and_a_comment_after_the_fields(string schedule, bool isValid) =>
        Assert.That(ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = ["temporal"] }).IsValid, Is.EqualTo(isValid));

    [Test]
    public void A_zone_in_the_schedule_is_refused_with_the_place_where_it_belongs() => Assert.That(
        ScheduleValidator.Validate("CRON_TZ=UTC 0 0 * * *").Schedulers["kubernetes"].Reason,
        Is.EqualTo("'CRON_TZ=UTC' names a time zone. Kubernetes takes it from elsewhere: .spec.timeZone, else the zone of the controller manager."));

    [Test]
    public void Equal_questions_have_equal_answers()
    {
        ScheduleValidation one = ScheduleValidator.Validate("0 0 * * *");
        ScheduleValidation same = ScheduleValidator.Validate("0 0 * * *");

        Assert.That(same, Is.EqualTo(one));
        Assert.That(same.GetHashCode(), Is.EqualTo(one.GetHashCode()));
        Assert.That(ScheduleValidator.Validate("0 1 * * *"), Is.Not.EqualTo(one));
    }
}
