namespace Webstir.Sdk.Schedules;

/// <summary>Instants of wall-clock times in a time zone.</summary>
/// <remarks>
/// A pattern that runs in every hour follows elapsed time: it goes on through an hour that comes twice, and an hour that is
/// skipped has no runs. What becomes of one with fixed hours depends on the scheduler.
/// </remarks>
internal static class ZonedTimes
{
    /// <summary>Instants after <paramref name="after"/>, in order.</summary>
    public static IEnumerable<DateTimeOffset> After(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(after, zone);
        bool isAsShown = rule == ClockRule.AsShown || (rule == ClockRule.OnceIfAlone && !recurrence.IsOnceADay);
        bool isElapsed = isAsShown || rule == ClockRule.OnceUnlessInterval || recurrence.Hours == Recurrence.AllHours;
        var clock = new WallClock(recurrence);
        return isElapsed
            ? Elapsed(clock, local, zone, makesUp: rule == ClockRule.OnceUnlessInterval)
            : OnTheWall(clock, local, zone, rule);
    }

    private static IEnumerable<DateTimeOffset> Elapsed(WallClock clock, DateTimeOffset after, TimeZoneInfo zone, bool makesUp)
    {
        DateTimeOffset position = after;
        DateTime wall = after.DateTime;
        while (clock.Next(wall) is { } time)
        {
            var instant = new DateTimeOffset(time, position.Offset);
            if (zone.GetUtcOffset(instant) == position.Offset)
            {
                position = instant;
                wall = time;
                yield return instant;
                continue;
            }

            position = WallTime.FindChange(position, instant, zone);
            bool isMadeUp = makesUp && time < position.DateTime;
            if (isMadeUp)
                yield return position;
            // One tick earlier, so that the very instant of the change is not lost.
            wall = position.DateTime.AddTicks(isMadeUp ? 0 : -1);
        }
    }

    private static IEnumerable<DateTimeOffset> OnTheWall(WallClock clock, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        DateTimeOffset last = after;
        // A skipped time of this very day may run later than now.
        DateTime day = after.DateTime.Date;
        DateTime wall = day > DateTime.MinValue ? day.AddTicks(-1) : day;
        while (clock.Next(wall) is { } time)
        {
            wall = time;
            if (WallTime.ToInstant(time, zone, rule) is not { } instant || instant <= last)
                continue;
            last = instant;
            yield return instant;
        }
    }
}
