using System.Globalization;
using System.Numerics;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

public sealed class WallClockTests
{
    private static readonly Recurrence Pattern = new() { Seconds = Bits(10, 40), Minutes = Bits(5, 50), Hours = (uint)Bits(0, 23), Days = (uint)Bits(1, 31) };

    [TestCase("2027-01-01T00:04:59", "2027-01-01T00:05:10")]
    [TestCase("2027-01-01T00:05:09.9999999", "2027-01-01T00:05:10", TestName = "A time less than a second away comes next")]
    [TestCase("2027-01-01T00:05:10", "2027-01-01T00:05:40", TestName = "The time itself does not come next")]
    [TestCase("2027-01-01T00:05:40", "2027-01-01T00:50:10", TestName = "The minute is over")]
    [TestCase("2027-01-01T00:50:40", "2027-01-01T23:05:10", TestName = "The hour is over")]
    [TestCase("2027-01-01T23:50:40", "2027-01-31T00:05:10", TestName = "The day is over")]
    [TestCase("2027-01-31T23:59:59", "2027-02-01T00:05:10", TestName = "The month is over")]
    public void The_first_time_after_another_comes_next(string after, string next) =>
        Assert.That(new WallClock(Pattern).Next(Time(after)), Is.EqualTo(Time(next)));

    [Test]
    public void Times_come_in_order_without_a_gap()
    {
        var clock = new WallClock(Pattern);
        var times = new List<DateTime>();
        for (DateTime? time = clock.Next(Time("2026-12-31T23:59:59")); time < Time("2028-01-01T00:00:00"); time = clock.Next(time.Value))
            times.Add(time.Value);
        IEnumerable<DateTime> expected =
            from date in Enumerable.Range(0, 365).Select(day => new DateTime(2027, 1, 1).AddDays(day))
            where date.Day is 1 or 31
            from second in new[] { 310, 340, 3010, 3040, 83_110, 83_140, 85_810, 85_840 }
            select date.AddSeconds(second);
        Assert.That(times, Is.EqualTo(expected));
    }

    [Test]
    public void A_leap_day_on_a_given_day_of_the_week_is_found_forty_years_later()
    {
        var clock = new WallClock(Pattern with { Days = (uint)Bits(29), Months = (int)Bits(2), Weekdays = (int)Bits(0) });
        Assert.That(clock.Next(Time("2088-02-29T23:50:40")), Is.EqualTo(Time("2128-02-29T00:05:10")));
    }

    [Test]
    public void A_pattern_with_years_ends_with_them()
    {
        var clock = new WallClock(Pattern with { Years = (BigInteger.One << 2030) | (BigInteger.One << 2032) });
        Assert.That(clock.Next(Time("2027-01-01T00:00:00")), Is.EqualTo(Time("2030-01-01T00:05:10")));
        Assert.That(clock.Next(Time("2030-12-31T23:50:40")), Is.EqualTo(Time("2032-01-01T00:05:10")));
        Assert.That(clock.Next(Time("2031-01-01T00:00:00")), Is.EqualTo(Time("2032-01-01T00:05:10")));
        Assert.That(clock.Next(Time("2032-12-31T23:50:40")), Is.Null);
    }

    [Test]
    public void Nothing_comes_after_the_last_year() =>
        Assert.That(new WallClock(Pattern).Next(Time("9998-12-31T23:50:40")), Is.Null);

    [Test]
    public void A_pattern_without_a_minute_has_no_times() =>
        Assert.That(new WallClock(Pattern with { Minutes = 0 }).Next(Time("2027-01-01T00:00:00")), Is.Null);

    private static ulong Bits(params int[] values) => values.Aggregate(0ul, (bits, value) => bits | 1ul << value);

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
