using System.Globalization;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>Schedules that run, though not everywhere or not as somebody might think.</summary>
public sealed class WarningTests
{
    private const string Grid = """
        0 0 * * 1-5         |                 | WEB0411 |  9 | 0 0 * * MON-FRI
        0 0 * * 0           |                 |         |    |
        0 0 * * 5-7         |                 | WEB0411 |  9 | 0 0 * * FRI,SAT,SUN
        0 0 * * 1-7         |                 | WEB0411 |  9 | 0 0 * * MON,TUE,WED,THU,FRI,SAT,SUN
        0 0 * * 1/2         | kubernetes,cloudflare | WEB0411 |  9 | 0 0 * * MON,WED,FRI
        0 0 * * 1,MON       |                 | WEB0411 |  9 | 0 0 * * MON
        0 0 * * 1-3,2-4     |                 | WEB0411 |  9 | 0 0 * * MON-WED,THU
        0 0 * * 1,FRI       |                 | WEB0411 |  9 | 0 0 * * MON,FRI
        0 0 * * SAT-SUN     |                 | WEB0405 |  9 | 0 0 * * SAT,SUN
        0 0 * * FRI-SUN     |                 | WEB0405 |  9 | 0 0 * * FRI,SAT,SUN
        0 0 * * MON-SUN     |                 | WEB0405 |  9 | 0 0 * * MON,TUE,WED,THU,FRI,SAT,SUN
        0 0 * * WED,FRI-SUN |                 | WEB0405 | 13 | 0 0 * * WED,FRI,SAT,SUN
        0 0 * 1 1,FRI-SUN   |                 | WEB0411 |  9 | 0 0 * 1 MON,FRI,SAT,SUN and WEB0405 11 0 0 * 1 1,FRI,SAT,SUN
        0 0 * * SAT-SUN     | croner          |         |    |
        0 0 * * 1-5         | cloudflare      | WEB0411 |  9 | 0 0 * * SUN-THU
        0 0 0 ? * 1-5       | quartz          | WEB0411 | 11 | 0 0 0 ? * SUN-THU
        cron(0 0 ? * 2-6 *) | eventbridge     | WEB0411 | 14 | cron(0 0 ? * MON-FRI *)
        0 0 * * 1-5         | crontab         |         |    |
        0 0 12 * * *        | temporal        | WEB0412 |  1 | 0 0 12 * *
        0 0 12 * * 2027     | temporal        |         |    |
        0 0 13 * FRI        |                 | WEB0410 | 10 |
        0 0 13 * FRI        | kubernetes      |         |    |
        0 0 13 * FRI        | hangfire        |         |    |
        0 0 13 * FRI        | crontab,temporal | WEB0410 | 10 |
        0 0 1-31 * MON      |                 | WEB0410 | 12 |
        0 0 13 * SUN,MON-SAT | kubernetes,hangfire | WEB0410 | 10 |
        0 0 */1 * MON       | kubernetes,croner | WEB0410 | 11 |
        0 0 * * MON         |                 |         |    |
        0 0 ? * MON         | croner,hangfire |         |    |
        0 0 1-31 * *        |                 |         |    |
        0 0 12 * * *        |                 | WEB0412 |  1 | 0 12 * * *
        0 0 12 * * *        | hangfire        |         |    |
        30 0 12 * * *       |                 | WEB0412 |  1 |
        0 0 * * FRI#2       |                 | WEB0418 | 12 |
        0 0 * * 5#2         | temporal        | WEB0418 | 10 |
        0 0 * * FRI#2       | temporal        | WEB0418 | 12 |
        0 0 * * FRI#2       | hangfire        |         |    |
        */7 * * * *         |                 | WEB0413 |  3 |
        * */5 * * *         |                 | WEB0413 |  5 |
        0 0 */2 * *         |                 | WEB0413 |  7 |
        0 0 1 */5 *         |                 | WEB0413 |  9 |
        */15 */6 * */3 *    |                 |         |    |
        */60 * * * *        |                 | WEB0406 |  3 |
        0 22-2 * * *        | hangfire        | WEB0405 |  3 | 0 22,23,0,1,2 * * *
        * * * * *           | github-actions  | WEB0415 |  1 |
        */5 * * * *         | github-actions  |         |    |
        58,1 * * * *        | github-actions  | WEB0415 |  1 |
        0,59 3 * * *        | github-actions  |         |    |
        0,59 3,4 * * *      | github-actions  | WEB0415 |  1 |
        0,59 0,23 * * *     | github-actions  | WEB0415 |  1 |
        */10 * * * * *      | croner          |         |    |
        @Daily              |                 | WEB0417 |  1 | @daily
        @daily              |                 |         |    |
        rate(1 minutes)     |                 | WEB0416 |  8 | rate(1 minute)
        rate(5 minute)      |                 | WEB0416 |  8 | rate(5 minutes)
        rate(30 seconds)    |                 | WEB0416 |  9 |
        rate(5 minutes)     |                 |         |    |
        0/15 * * * *        |                 | WEB0409 |  1 | */15 * * * *
        0 0 * * Monday      |                 | WEB0404 |  9 | 0 0 * * MON
        0 0 L-3 * *         |                 | WEB0409 |  5 |
        cron(0 12 * * ? *)  |                 | WEB0407 |  1 | 0 12 * * *
        0 0 * * *           | crontab,cron    | WEB0421 |  1 |
        """;

    private static IEnumerable<TestCaseData> Rows() => Grid.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new TestCaseData(cells[0], cells[1], cells[2].Length == 0 ? "" : string.Join(' ', cells[2..])));

    [TestCaseSource(nameof(Rows))]
    public void A_valid_schedule_is_warned_of_once(string schedule, string schedulers, string warning)
    {
        var options = new ScheduleOptions { Schedulers = schedulers is "" or null ? null : schedulers.Split(',') };
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, options);
        IEnumerable<string> found = validation.Problems.Select(problem =>
            string.Create(CultureInfo.InvariantCulture, $"{problem.Code} {problem.Column} {problem.Suggestion}"));

        Assert.That(validation.IsValid, Is.True);
        Assert.That(validation.Problems.Select(problem => problem.Severity), Is.All.EqualTo(Severity.Warning));
        Assert.That(string.Join(" and ", found), Is.EqualTo(warning));
    }

    [TestCase("0 0 0 1 1 ? 2020", true)]
    [TestCase("0 0 0 1 1 ? 2020-2026", true)]
    [TestCase("0 0 0 1 1 ? 2020-2027", false)]
    [TestCase("0 0 0 1 1 ?", false)]
    [TestCase("at(2020-01-01T00:00:00)", true)]
    [TestCase("at(2027-01-01T00:00:00)", false)]
    [TestCase("@reboot", false)]
    public void A_schedule_whose_last_run_is_over_is_warned_of(string schedule, bool isWarned)
    {
        var options = new ScheduleOptions { From = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) };
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, options);

        Assert.That(validation.IsValid, Is.True);
        Assert.That(validation.Problems.Select(problem => problem.Code).Contains(ScheduleCodes.NeverFires), Is.EqualTo(isWarned));
        Assert.That(ScheduleValidator.Validate(schedule).Problems.Select(problem => problem.Code), Has.No.Member(ScheduleCodes.NeverFires));
    }

    [TestCase("30 2 * * *", "Europe/Paris", true)]
    [TestCase("0 3 * * *", "Europe/Paris", false)]
    [TestCase("30 1 * * *", "Europe/Dublin", true)]
    [TestCase("30 2 * * *", "Europe/Dublin", false)]
    [TestCase("30 2 * * *", "UTC", false)]
    [TestCase("30 2 * * MON", "Europe/Paris", false)]
    [TestCase("30 2 * * SUN", "Europe/Paris", true)]
    [TestCase("30 2 1 1 *", "Europe/Paris", false)]
    [TestCase("30 2 28 3 *", "Europe/Paris", true)]
    [TestCase("0 30 2 25 3 * 2029", "Europe/Paris", true)]
    [TestCase("0 30 2 26 3 * 2029", "Europe/Paris", false)]
    [TestCase("30 2 L * *", "Europe/Paris", true)]
    [TestCase("30 1 1 * *", "America/New_York", true)]
    [TestCase("30 2 1-7 4 *", "America/New_York", false)]
    [TestCase("*/30 * * * *", "Europe/Paris", false)]
    [TestCase("@daily", "Europe/Paris", false)]
    public void A_fixed_time_at_a_change_of_the_clocks_is_warned_of(string schedule, string zone, bool isWarned)
    {
        var options = new ScheduleOptions { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        IEnumerable<string> codes = ScheduleValidator.Validate(schedule, options).Problems.Select(problem => problem.Code);

        Assert.That(codes.Contains(ScheduleCodes.ClockChange), Is.EqualTo(isWarned));
    }
}
