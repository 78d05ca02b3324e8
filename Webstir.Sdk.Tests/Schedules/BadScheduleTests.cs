using System.Globalization;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>Bad schedules by field: each must be an error that names the field, the column and the kind of mistake.</summary>
public sealed class BadScheduleTests
{
    private const string Grid = """
        60 * * * *          | minute       |  1 | WEB0403
        99 * * * *          | minute       |  1 | WEB0403
        99999999999 * * * * | minute       |  1 | WEB0403
        60-61 * * * *       | minute       |  1 | WEB0403
        1-60 * * * *        | minute       |  3 | WEB0403
        1,60 * * * *        | minute       |  3 | WEB0403
        60/2 * * * *        | minute       |  1 | WEB0403
        59-1 * * * *        | minute       |  1 | WEB0405
        3,59-2 * * * *      | minute       |  3 | WEB0405
        59-1/2 * * * *      | minute       |  1 | WEB0405
        */0 * * * *         | minute       |  3 | WEB0406
        */-1 * * * *        | minute       |  3 | WEB0406
        1-5/0 * * * *       | minute       |  5 | WEB0406
        */X * * * *         | minute       |  3 | WEB0406
        -1 * * * *          | minute       |  1 | WEB0407
        1- * * * *          | minute       |  3 | WEB0407
        1/ * * * *          | minute       |  3 | WEB0407
        */ * * * *          | minute       |  3 | WEB0407
        1, * * * *          | minute       |  3 | WEB0407
        ,1 * * * *          | minute       |  1 | WEB0407
        1,,2 * * * *        | minute       |  3 | WEB0407
        1-2-3 * * * *       | minute       |  4 | WEB0407
        1/2/3 * * * *       | minute       |  4 | WEB0407
        1.5 * * * *         | minute       |  2 | WEB0407
        0x5 * * * *         | minute       |  2 | WEB0407
        *5 * * * *          | minute       |  2 | WEB0407
        ** * * * *          | minute       |  2 | WEB0407
        1;2 * * * *         | minute       |  2 | WEB0407
        1! * * * *          | minute       |  2 | WEB0407
        é * * * *           | minute       |  1 | WEB0407
        % * * * *           | minute       |  1 | WEB0407
        1_2 * * * *         | minute       |  2 | WEB0407
        ~ * * * *           | minute       |  1 | WEB0407
        FOO * * * *         | minute       |  1 | WEB0404
        XMONX * * * *       | minute       |  1 | WEB0404
        1,FOO * * * *       | minute       |  3 | WEB0404
        1-FOO * * * *       | minute       |  3 | WEB0404
        MON * * * *         | minute       |  1 | WEB0404
        JAN * * * *         | minute       |  1 | WEB0404
        L * * * *           | minute       |  1 | WEB0409
        LW * * * *          | minute       |  1 | WEB0409
        5W * * * *          | minute       |  1 | WEB0409
        5L * * * *          | minute       |  1 | WEB0409
        5#2 * * * *         | minute       |  1 | WEB0409
        /5 * * * *          | minute       |  1 | WEB0409
        * 24 * * *          | hour         |  3 | WEB0403
        * 99 * * *          | hour         |  3 | WEB0403
        * 99999999999 * * * | hour         |  3 | WEB0403
        * 24-25 * * *       | hour         |  3 | WEB0403
        * 1-24 * * *        | hour         |  5 | WEB0403
        * 1,24 * * *        | hour         |  5 | WEB0403
        * 24/2 * * *        | hour         |  3 | WEB0403
        * 23-1 * * *        | hour         |  3 | WEB0405
        * 3,23-2 * * *      | hour         |  5 | WEB0405
        * 23-1/2 * * *      | hour         |  3 | WEB0405
        * */0 * * *         | hour         |  5 | WEB0406
        * */-1 * * *        | hour         |  5 | WEB0406
        * 1-5/0 * * *       | hour         |  7 | WEB0406
        * */X * * *         | hour         |  5 | WEB0406
        * -1 * * *          | hour         |  3 | WEB0407
        * 1- * * *          | hour         |  5 | WEB0407
        * 1/ * * *          | hour         |  5 | WEB0407
        * */ * * *          | hour         |  5 | WEB0407
        * 1, * * *          | hour         |  5 | WEB0407
        * ,1 * * *          | hour         |  3 | WEB0407
        * 1,,2 * * *        | hour         |  5 | WEB0407
        * 1-2-3 * * *       | hour         |  6 | WEB0407
        * 1/2/3 * * *       | hour         |  6 | WEB0407
        * 1.5 * * *         | hour         |  4 | WEB0407
        * 0x5 * * *         | hour         |  4 | WEB0407
        * *5 * * *          | hour         |  4 | WEB0407
        * ** * * *          | hour         |  4 | WEB0407
        * 1;2 * * *         | hour         |  4 | WEB0407
        * 1! * * *          | hour         |  4 | WEB0407
        * é * * *           | hour         |  3 | WEB0407
        * % * * *           | hour         |  3 | WEB0407
        * 1_2 * * *         | hour         |  4 | WEB0407
        * ~ * * *           | hour         |  3 | WEB0407
        * FOO * * *         | hour         |  3 | WEB0404
        * XMONX * * *       | hour         |  3 | WEB0404
        * 1,FOO * * *       | hour         |  5 | WEB0404
        * 1-FOO * * *       | hour         |  5 | WEB0404
        * MON * * *         | hour         |  3 | WEB0404
        * JAN * * *         | hour         |  3 | WEB0404
        * L * * *           | hour         |  3 | WEB0409
        * LW * * *          | hour         |  3 | WEB0409
        * 5W * * *          | hour         |  3 | WEB0409
        * 5L * * *          | hour         |  3 | WEB0409
        * 5#2 * * *         | hour         |  3 | WEB0409
        * /5 * * *          | hour         |  3 | WEB0409
        * * 32 * *          | day of month |  5 | WEB0403
        * * 99 * *          | day of month |  5 | WEB0403
        * * 99999999999 * * | day of month |  5 | WEB0403
        * * 32-33 * *       | day of month |  5 | WEB0403
        * * 1-32 * *        | day of month |  7 | WEB0403
        * * 1,32 * *        | day of month |  7 | WEB0403
        * * 32/2 * *        | day of month |  5 | WEB0403
        * * 31-1 * *        | day of month |  5 | WEB0405
        * * 3,31-2 * *      | day of month |  7 | WEB0405
        * * 31-1/2 * *      | day of month |  5 | WEB0405
        * * */0 * *         | day of month |  7 | WEB0406
        * * */-1 * *        | day of month |  7 | WEB0406
        * * 1-5/0 * *       | day of month |  9 | WEB0406
        * * */X * *         | day of month |  7 | WEB0406
        * * -1 * *          | day of month |  5 | WEB0407
        * * 1- * *          | day of month |  7 | WEB0407
        * * 1/ * *          | day of month |  7 | WEB0407
        * * */ * *          | day of month |  7 | WEB0407
        * * 1, * *          | day of month |  7 | WEB0407
        * * ,1 * *          | day of month |  5 | WEB0407
        * * 1,,2 * *        | day of month |  7 | WEB0407
        * * 1-2-3 * *       | day of month |  8 | WEB0407
        * * 1/2/3 * *       | day of month |  8 | WEB0407
        * * 1.5 * *         | day of month |  6 | WEB0407
        * * 0x5 * *         | day of month |  6 | WEB0407
        * * *5 * *          | day of month |  6 | WEB0407
        * * ** * *          | day of month |  6 | WEB0407
        * * 1;2 * *         | day of month |  6 | WEB0407
        * * 1! * *          | day of month |  6 | WEB0407
        * * é * *           | day of month |  5 | WEB0407
        * * % * *           | day of month |  5 | WEB0407
        * * 1_2 * *         | day of month |  6 | WEB0407
        * * ~ * *           | day of month |  5 | WEB0407
        * * FOO * *         | day of month |  5 | WEB0404
        * * XMONX * *       | day of month |  5 | WEB0404
        * * 1,FOO * *       | day of month |  7 | WEB0404
        * * 1-FOO * *       | day of month |  7 | WEB0404
        * * 0 * *           | day of month |  5 | WEB0403
        * * 0-5 * *         | day of month |  5 | WEB0403
        * * 5,0 * *         | day of month |  7 | WEB0403
        * * MON * *         | day of month |  5 | WEB0404
        * * JAN * *         | day of month |  5 | WEB0404
        * * L- * *          | day of month |  7 | WEB0407
        * * L-31 * *        | day of month |  7 | WEB0403
        * * 32W * *         | day of month |  5 | WEB0403
        * * 0W * *          | day of month |  5 | WEB0403
        * * 5L * *          | day of month |  5 | WEB0409
        * * 5#2 * *         | day of month |  5 | WEB0409
        * * /5 * *          | day of month |  5 | WEB0409
        * * * 13 *          | month        |  7 | WEB0403
        * * * 99 *          | month        |  7 | WEB0403
        * * * 99999999999 * | month        |  7 | WEB0403
        * * * 13-14 *       | month        |  7 | WEB0403
        * * * 1-13 *        | month        |  9 | WEB0403
        * * * 1,13 *        | month        |  9 | WEB0403
        * * * 13/2 *        | month        |  7 | WEB0403
        * * * 12-1 *        | month        |  7 | WEB0405
        * * * 3,12-2 *      | month        |  9 | WEB0405
        * * * 12-1/2 *      | month        |  7 | WEB0405
        * * * */0 *         | month        |  9 | WEB0406
        * * * */-1 *        | month        |  9 | WEB0406
        * * * 1-5/0 *       | month        | 11 | WEB0406
        * * * */X *         | month        |  9 | WEB0406
        * * * -1 *          | month        |  7 | WEB0407
        * * * 1- *          | month        |  9 | WEB0407
        * * * 1/ *          | month        |  9 | WEB0407
        * * * */ *          | month        |  9 | WEB0407
        * * * 1, *          | month        |  9 | WEB0407
        * * * ,1 *          | month        |  7 | WEB0407
        * * * 1,,2 *        | month        |  9 | WEB0407
        * * * 1-2-3 *       | month        | 10 | WEB0407
        * * * 1/2/3 *       | month        | 10 | WEB0407
        * * * 1.5 *         | month        |  8 | WEB0407
        * * * 0x5 *         | month        |  8 | WEB0407
        * * * *5 *          | month        |  8 | WEB0407
        * * * ** *          | month        |  8 | WEB0407
        * * * 1;2 *         | month        |  8 | WEB0407
        * * * 1! *          | month        |  8 | WEB0407
        * * * é *           | month        |  7 | WEB0407
        * * * % *           | month        |  7 | WEB0407
        * * * 1_2 *         | month        |  8 | WEB0407
        * * * ~ *           | month        |  7 | WEB0407
        * * * FOO *         | month        |  7 | WEB0404
        * * * XMONX *       | month        |  7 | WEB0404
        * * * 1,FOO *       | month        |  9 | WEB0404
        * * * 1-FOO *       | month        |  9 | WEB0404
        * * * 0 *           | month        |  7 | WEB0403
        * * * 0-5 *         | month        |  7 | WEB0403
        * * * 5,0 *         | month        |  9 | WEB0403
        * * * MON *         | month        |  7 | WEB0404
        * * * JUX *         | month        |  7 | WEB0404
        * * * /5 *          | month        |  7 | WEB0409
        * * * * 8           | day of week  |  9 | WEB0403
        * * * * 99          | day of week  |  9 | WEB0403
        * * * * 99999999999 | day of week  |  9 | WEB0403
        * * * * 8-9         | day of week  |  9 | WEB0403
        * * * * 1-8         | day of week  | 11 | WEB0403
        * * * * 1,8         | day of week  | 11 | WEB0403
        * * * * 8/2         | day of week  |  9 | WEB0403
        * * * * 7-1         | day of week  |  9 | WEB0405
        * * * * 3,7-2       | day of week  | 11 | WEB0405
        * * * * 7-1/2       | day of week  |  9 | WEB0405
        * * * * */0         | day of week  | 11 | WEB0406
        * * * * */-1        | day of week  | 11 | WEB0406
        * * * * 1-5/0       | day of week  | 13 | WEB0406
        * * * * */X         | day of week  | 11 | WEB0406
        * * * * -1          | day of week  |  9 | WEB0407
        * * * * 1-          | day of week  | 11 | WEB0407
        * * * * 1/          | day of week  | 11 | WEB0407
        * * * * */          | day of week  | 11 | WEB0407
        * * * * 1,          | day of week  | 11 | WEB0407
        * * * * ,1          | day of week  |  9 | WEB0407
        * * * * 1,,2        | day of week  | 11 | WEB0407
        * * * * 1-2-3       | day of week  | 12 | WEB0407
        * * * * 1/2/3       | day of week  | 12 | WEB0407
        * * * * 1.5         | day of week  | 10 | WEB0407
        * * * * 0x5         | day of week  | 10 | WEB0407
        * * * * *5          | day of week  | 10 | WEB0407
        * * * * **          | day of week  | 10 | WEB0407
        * * * * 1;2         | day of week  | 10 | WEB0407
        * * * * 1!          | day of week  | 10 | WEB0407
        * * * * é           | day of week  |  9 | WEB0407
        * * * * %           | day of week  |  9 | WEB0407
        * * * * 1_2         | day of week  | 10 | WEB0407
        * * * * ~           | day of week  |  9 | WEB0407
        * * * * FOO         | day of week  |  9 | WEB0404
        * * * * XMONX       | day of week  |  9 | WEB0404
        * * * * 1,FOO       | day of week  | 11 | WEB0404
        * * * * 1-FOO       | day of week  | 11 | WEB0404
        * * * * JAN         | day of week  |  9 | WEB0404
        * * * * BUN         | day of week  |  9 | WEB0404
        * * * * 5#0         | day of week  | 11 | WEB0403
        * * * * 5#6         | day of week  | 11 | WEB0403
        * * * * 5#          | day of week  | 11 | WEB0407
        * * * * #2          | day of week  |  9 | WEB0407
        * * * * /5          | day of week  |  9 | WEB0409
        """;

    private const string Words = """
        @dayli                    |  1 | WEB0402
        @                         |  1 | WEB0402
        @ daily                   |  1 | WEB0402
        @daily @hourly            |  1 | WEB0402
        @every                    |  1 | WEB0402
        @every 5                  |  1 | WEB0407
        @every m                  |  1 | WEB0407
        @every 5m/                |  1 | WEB0407
        @every 1h 30m             |  1 | WEB0407
        rate()                    |  6 | WEB0416
        rate(5)                   |  7 | WEB0416
        rate(minutes)             |  6 | WEB0416
        rate(0 minutes)           |  6 | WEB0416
        rate(-1 minutes)          |  6 | WEB0416
        rate(1.5 hours)           |  6 | WEB0416
        rate(5 weeks)             |  8 | WEB0416
        rate(5 MINUTES)           |  8 | WEB0416
        rate(5  minutes)          |  8 | WEB0408
        rate (5 minutes)          |  5 | WEB0408
        rate(99999999999 days)    |  6 | WEB0416
        cron(0 12 * * ?)          | 16 | WEB0401
        cron(0 12 * * * *)        | 15 | WEB0409
        cron(0 12 ? * ? *)        | 15 | WEB0409
        cron(60 12 * * ? *)       |  6 | WEB0403
        cron(0 12 ? * 0 *)        | 15 | WEB0403
        cron(0 12 * * ? 1969)     | 17 | WEB0403
        cron(0 12 * * ? *         | 18 | WEB0407
        at(2027-01-01)            |  4 | WEB0407
        at(2027-02-30T00:00:00)   |  4 | WEB0407
        at(2027-01-01T00:00:00Z)  |  4 | WEB0407
        every 0 minutes           |  1 | WEB0407
        every 5 weeks             |  1 | WEB0407
        every foo 09:00           |  1 | WEB0407
        every monday 25:00        |  1 | WEB0407
        CRON_TZ=Nowhere 0 0 * * * |  1 | WEB0407
        * * * *                   |  8 | WEB0401
        * * * * * * * *           | 15 | WEB0401
        nightly                   |  8 | WEB0401
        0 0                       |  4 | WEB0401
        rate(5minutes)            |  6 | WEB0416
        rate(5 minutes            | 15 | WEB0407
        rate(5 minutes) x         | 16 | WEB0407
        rate( 5 minutes)          |  6 | WEB0416
        RATE(5 minutes)           |  1 | WEB0407
        rate(5 )                  |  8 | WEB0416
        rate(30000 days)          |  6 | WEB0416
        cron(0 12 * * ? *) x      | 19 | WEB0407
        at(2027-01-01T00:00:00    | 23 | WEB0407
        at()                      |  4 | WEB0407
        0 0 * * * * * 5           | 15 | WEB0401
        cron(0 12 * * ? * 5)      | 19 | WEB0401
        """;

    private static IEnumerable<TestCaseData> WordRows() => Words.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new TestCaseData(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]));

    /// <summary>Every schedule of the grids.</summary>
    internal static IEnumerable<string> Schedules => string.Join('\n', Grid, Words).Split('\n').Select(row => row.Split('|')[0].TrimEnd());

    private static IEnumerable<TestCaseData> Rows() => Grid.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new TestCaseData(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]));

    [TestCaseSource(nameof(Rows))]
    public void A_mistake_is_pointed_at(string schedule, string field, int column, string code)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        Assert.That(validation.IsValid, Is.False);
        Assert.That(
            validation.Problems.Select(problem => (problem.Severity, problem.Field, problem.Column, problem.Code)),
            Is.EqualTo(new[] { (Severity.Error, field, column, code) }));
    }

    [TestCaseSource(nameof(WordRows))]
    public void A_mistake_outside_of_plain_fields_is_pointed_at(string schedule, int column, string code)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        Assert.That(validation.IsValid, Is.False);
        Assert.That(
            validation.Problems.Select(problem => (problem.Severity, problem.Column, problem.Code)),
            Is.EqualTo(new[] { (Severity.Error, column, code) }));
    }

    [Test]
    public void All_mistakes_are_told_at_once() => Assert.That(
        string.Join(' ', ScheduleValidator.Validate("60 24 0 13 8").Problems.Select(problem => problem.Column)),
        Is.EqualTo("1 4 7 9 12"));

    [TestCase("* * * * *", ',')]
    [TestCase("6-0", ',', "6-0")]
    public void Of_a_great_many_mistakes_the_first_are_told(string start, char separator, string item = "")
    {
        string schedule = start;
        while (schedule.Length + item.Length + 9 < 256)
            schedule += separator + item;
        schedule += item.Length > 0 ? " * * * *" : "";
        ScheduleValidation validation = ScheduleValidator.Validate(schedule);

        Assert.That(validation.Problems, Has.Count.EqualTo(20));
        Assert.That(validation.Problems.Select(problem => problem.Suggestion), Is.All.Null);
    }

    [TestCase("0 0 * * SAT-SUN", "azure-functions", 9, "WEB0405", "0 0 * * SAT,SUN")]
    [TestCase("0 0 * * FRI#2", "temporal", 12, "WEB0418", null)]
    [TestCase("*/0 * * * *", "azure-functions", 3, "WEB0406", null)]
    [TestCase("* * * *", "bullmq", 8, "WEB0401", null)]
    [TestCase("9:00", "azure-functions", 5, "WEB0401", "0 9 * * *")]
    public void What_the_chosen_scheduler_takes_by_accident_is_valid_and_warned_of(string schedule, string scheduler, int column, string code, string? suggestion)
    {
        ScheduleValidation validation = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] });
        ScheduleProblem? problem = validation.Problems.FirstOrDefault(problem => problem.Code == code);

        Assert.That(validation.IsValid, Is.True);
        Assert.That((problem?.Column, problem?.Severity, problem?.Suggestion), Is.EqualTo((column, Severity.Warning, suggestion)));
    }

    [TestCase("0 0 30 2 * 2027", "temporal", 5, "WEB0414", null)]
    [TestCase("0 0 * * SAT-SUN", "crontab", 9, "WEB0405", "0 0 * * SAT,SUN")]
    public void What_the_chosen_scheduler_takes_and_never_runs_is_an_error(string schedule, string scheduler, int column, string code, string? suggestion)
    {
        ScheduleProblem problem = ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [scheduler] }).Problems.Single();

        Assert.That((problem.Column, problem.Code, problem.Severity, problem.Suggestion), Is.EqualTo((column, code, Severity.Error, suggestion)));
    }

    [Test]
    public void The_grid_has_more_than_two_hundred_rows() => Assert.That(Rows().Count(), Is.GreaterThan(200));
}
