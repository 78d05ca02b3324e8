using Cronos;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>Hangfire runs what Cronos says: the same instants, also when the clocks change.</summary>
public sealed class CronosTests
{
    [Test]
    public void Runs_around_a_change_of_the_clocks_are_those_of_Cronos(
        [Values(
            "30 2 * * *", "0,30 2 * * *", "*/30 2 * * *", "30 */2 * * *", "0 1-3 * * *", "0 2,3 * * *", "0 0 * * *", "* 2 * * *",
            "0/20 2 * * *", "30 * * * *", "0 * * * *", "15,45 * * * *", "*/7 * * * *", "30 1 * * *", "15 1-2 * * *", "@hourly", "@daily", "45 1,2,3 * * *")] string schedule,
        [Values("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")] string zone,
        [Values("2027-03-13T12:10Z", "2027-03-27T22:00Z", "2027-04-03T10:00Z", "2027-10-02T10:00Z", "2027-10-30T22:00Z", "2027-11-06T22:00Z")] string after)
    {
        var instant = DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        TimeZoneInfo place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var options = new ScheduleOptions { Schedulers = ["hangfire"] };

        Assert.That(
            ScheduleValidator.Validate(schedule, options).NextOccurrences(instant, 40, place),
            Is.EqualTo(CronExpression.Parse(schedule).GetOccurrences(instant, instant.AddYears(1), place, fromInclusive: false).Take(40)));
    }
}
