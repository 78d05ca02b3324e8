using System.Diagnostics;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

public sealed class ClockWarningSpeedTests
{
    [TestCase("* 4-23 * * *")]
    [TestCase("*/5 4-23 * * *")]
    [TestCase("0 0 * * *")]
    [TestCase("30 4 L * *")]
    public void A_zone_costs_no_millisecond_and_little_memory(string schedule)
    {
        var options = new ScheduleOptions { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        _ = ScheduleValidator.Validate(schedule, options).Problems;
        TimeSpan fastest = TimeSpan.MaxValue;
        long bytes = 0;
        for (int i = 0; i < 20; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            _ = ScheduleValidator.Validate(schedule, options).Problems;
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            fastest = time < fastest ? time : fastest;
        }

        TestContext.Out.WriteLine($"{schedule}: {fastest.TotalMicroseconds:0} µs, {bytes} bytes");
        Assert.That(fastest, Is.LessThan(TimeSpan.FromMilliseconds(1)));
        Assert.That(bytes, Is.LessThan(16_000));
    }
}
