namespace Webstir.Sdk.Schedules;

/// <summary>Instants at which a schedule fires.</summary>
internal static class Occurrences
{
    /// <summary>The first instant that leaves room for the arithmetic of dates before it.</summary>
    private static readonly DateTimeOffset Earliest = DateTimeOffset.MinValue.AddDays(1).AddTicks(-1);

    /// <summary>Instants after another, in order, up to the year 9998.</summary>
    public static IEnumerable<DateTimeOffset> After(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        if (meaning.Recurrence is not null)
            return OfPattern(meaning, after, zone, rule) is { } times ? All(times) : [];
        if (meaning.Interval is { } interval)
            return Every(interval, StartOf(interval, meaning.Phase, after), zone);
        return meaning.At is { } time ? Once(time, after, ZoneOf(meaning, zone)) : [];
    }

    /// <summary>The first of them alone; of a pattern, which most schedules are, without a sequence.</summary>
    public static DateTimeOffset? First(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        if (meaning.Recurrence is not null)
            return OfPattern(meaning, after, zone, rule)?.Next();
        foreach (DateTimeOffset first in After(meaning, after, zone, rule))
            return first;
        return null;
    }

    private static TimeZoneInfo ZoneOf(Meaning meaning, TimeZoneInfo zone) =>
        meaning.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : zone;

    private static ZonedTimes? OfPattern(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule) =>
        meaning is { NeverFires: false, Recurrence: { Picked: 0 } recurrence } && after.UtcDateTime.Year <= Dates.LastYear
            ? new ZonedTimes(recurrence, after < Earliest ? Earliest : after, ZoneOf(meaning, zone), RuleOf(meaning, rule))
            : null;

    private static IEnumerable<DateTimeOffset> All(ZonedTimes times)
    {
        while (times.Next() is { } time)
            yield return time;
    }

    private static ClockRule RuleOf(Meaning meaning, ClockRule rule) =>
        rule == ClockRule.OnceUnlessInterval && !meaning.IsInterval ? ClockRule.Once : rule;

    /// <summary>The last instant that the interval is counted from, not after another.</summary>
    private static DateTimeOffset StartOf(TimeSpan interval, TimeSpan? phase, DateTimeOffset after)
    {
        if (phase is not { } start)
            return after;
        long passed = (after.UtcTicks - DateTime.UnixEpoch.Ticks - start.Ticks) % interval.Ticks;
        long ticks = after.UtcTicks - passed - (passed < 0 ? interval.Ticks : 0);
        return new DateTimeOffset(ticks < 0 ? ticks + interval.Ticks : ticks, TimeSpan.Zero);
    }

    private static IEnumerable<DateTimeOffset> Every(TimeSpan interval, DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTimeOffset position = after;
        while (DateTimeOffset.MaxValue - position > interval)
        {
            position += interval;
            DateTimeOffset local = TimeZoneInfo.ConvertTime(position, zone);
            // .NET cuts off what leaves the calendar in its zone.
            if (local == position)
                yield return local;
        }
    }

    private static DateTimeOffset[] Once(DateTime time, DateTimeOffset after, TimeZoneInfo zone) =>
        WallTime.ToInstant(time, zone) is { } instant && instant > after ? [instant] : [];
}
