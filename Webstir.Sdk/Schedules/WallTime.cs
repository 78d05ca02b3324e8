namespace Webstir.Sdk.Schedules;

/// <summary>Turns times on the wall into instants.</summary>
/// <remarks>
/// Instants are converted back and compared: .NET takes the winter time of Europe/Dublin, which the law calls the exception,
/// for a gap.
/// </remarks>
internal static class WallTime
{
    /// <summary>The instant of a time, the first of two; <see langword="null"/> beyond the calendar, or in a gap that has no run.</summary>
    public static DateTimeOffset? ToInstant(DateTime time, TimeZoneInfo zone, ClockRule rule = ClockRule.Once)
    {
        (DateTimeOffset before, DateTimeOffset after) = Around(time);
        (TimeSpan one, TimeSpan other) = (zone.GetUtcOffset(before), zone.GetUtcOffset(after));
        // The larger offset comes first on the time line.
        (TimeSpan first, TimeSpan second) = one > other ? (one, other) : (other, one);
        if (IsShown(time, first, zone))
            return new DateTimeOffset(time, first);
        if (IsShown(time, second, zone))
            return new DateTimeOffset(time, second);
        if (rule == ClockRule.Skipped || one == other)
            return null;
        return rule == ClockRule.Later
            ? TimeZoneInfo.ConvertTime(new DateTimeOffset(time, one), zone)
            : FindChange(before, after, zone);
    }

    private static bool IsShown(DateTime time, TimeSpan offset, TimeZoneInfo zone)
    {
        long ticks = time.Ticks - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && zone.GetUtcOffset(new DateTimeOffset(time, offset)) == offset;
    }

    /// <summary>The first instant at which the offset of <paramref name="from"/> no longer holds.</summary>
    public static DateTimeOffset FindChange(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        TimeSpan offset = zone.GetUtcOffset(from);
        long low = from.UtcTicks / TimeSpan.TicksPerSecond;
        long high = to.UtcTicks / TimeSpan.TicksPerSecond;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(FromTicks(middle * TimeSpan.TicksPerSecond)) == offset)
                low = middle;
            else
                high = middle;
        }

        return TimeZoneInfo.ConvertTime(FromTicks(high * TimeSpan.TicksPerSecond), zone);
    }

    /// <summary>A day before and after, which is more than any offset.</summary>
    private static (DateTimeOffset Before, DateTimeOffset After) Around(DateTime time) =>
        (FromTicks(time.Ticks - TimeSpan.TicksPerDay), FromTicks(time.Ticks + TimeSpan.TicksPerDay));

    private static DateTimeOffset FromTicks(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
