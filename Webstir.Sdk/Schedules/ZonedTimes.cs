namespace Webstir.Sdk.Schedules;

/// <summary>Instants of wall-clock times in a time zone.</summary>
/// <remarks>
/// A pattern that runs in every hour follows elapsed time: it goes on through an hour that comes twice, and an hour that is
/// skipped has no runs. A pattern with fixed hours follows the clock on the wall: a time that is skipped runs once, when the
/// skipped hour is over, and a time that comes twice runs once, the first time.
/// </remarks>
internal static class ZonedTimes
{
    /// <summary>Instants after <paramref name="after"/>, in order.</summary>
    public static IEnumerable<DateTimeOffset> After(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(after, zone);
        return recurrence.Hours == Recurrence.AllHours
            ? Elapsed(recurrence, local, zone)
            : OnTheWall(recurrence, local, zone);
    }

    private static IEnumerable<DateTimeOffset> Elapsed(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTimeOffset position = after;
        while (true)
        {
            DateTimeOffset? change = null;
            foreach (DateTime time in WallClock.Times(recurrence, position.DateTime))
            {
                var instant = new DateTimeOffset(time, position.Offset);
                if (zone.GetUtcOffset(instant) != position.Offset)
                {
                    change = FindChange(position, instant, zone);
                    break;
                }

                position = instant;
                yield return instant;
            }

            if (change is null)
                yield break;
            // One tick before the change, in the new offset, so that the very instant of the change is not lost.
            position = change.Value.AddTicks(-1);
        }
    }

    private static IEnumerable<DateTimeOffset> OnTheWall(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTimeOffset last = after;
        // A skipped time of this very day may run later than now.
        foreach (DateTime time in WallClock.Times(recurrence, after.DateTime.Date.AddTicks(-1)))
        {
            DateTimeOffset instant = ToInstant(time, zone);
            if (instant <= last)
                continue;
            last = instant;
            yield return instant;
        }
    }

    private static DateTimeOffset ToInstant(DateTime time, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(time))
            return new DateTimeOffset(time, zone.GetAmbiguousTimeOffsets(time).Max());
        if (!zone.IsInvalidTime(time))
            return new DateTimeOffset(time, zone.GetUtcOffset(time));
        var before = new DateTimeOffset(time.AddDays(-1), zone.GetUtcOffset(time.AddDays(-1)));
        return FindChange(before, new DateTimeOffset(time.AddDays(1), zone.GetUtcOffset(time.AddDays(1))), zone);
    }

    /// <summary>The first instant at which the offset of <paramref name="from"/> no longer holds.</summary>
    private static DateTimeOffset FindChange(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        TimeSpan offset = zone.GetUtcOffset(from);
        long low = from.UtcTicks / TimeSpan.TicksPerSecond;
        long high = to.UtcTicks / TimeSpan.TicksPerSecond;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(FromSeconds(middle)) == offset)
                low = middle;
            else
                high = middle;
        }

        return TimeZoneInfo.ConvertTime(FromSeconds(high), zone);
    }

    private static DateTimeOffset FromSeconds(long seconds) => new(seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
