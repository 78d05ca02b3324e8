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
        return isElapsed
            ? Elapsed(recurrence, local, zone, makesUp: rule == ClockRule.OnceUnlessInterval)
            : OnTheWall(recurrence, local, zone, rule);
    }

    private static IEnumerable<DateTimeOffset> Elapsed(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone, bool makesUp)
    {
        DateTimeOffset position = after;
        DateTime start = after.DateTime;
        while (true)
        {
            DateTimeOffset? change = null;
            bool isSkipped = false;
            foreach (DateTime time in WallClock.Times(recurrence, start))
            {
                var instant = new DateTimeOffset(time, position.Offset);
                if (zone.GetUtcOffset(instant) != position.Offset)
                {
                    change = WallTime.FindChange(position, instant, zone);
                    isSkipped = time < change.Value.DateTime;
                    break;
                }

                position = instant;
                yield return instant;
            }

            if (change is null)
                yield break;
            position = change.Value;
            if (makesUp && isSkipped)
                yield return position;
            // One tick earlier, so that the very instant of the change is not lost.
            start = position.DateTime.AddTicks(makesUp && isSkipped ? 0 : -1);
        }
    }

    private static IEnumerable<DateTimeOffset> OnTheWall(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        DateTimeOffset last = after;
        // A skipped time of this very day may run later than now.
        DateTime day = after.DateTime.Date;
        foreach (DateTime time in WallClock.Times(recurrence, day > DateTime.MinValue ? day.AddTicks(-1) : day))
        {
            if (WallTime.ToInstant(time, zone, rule) is not { } instant || instant <= last)
                continue;
            last = instant;
            yield return instant;
        }
    }
}
