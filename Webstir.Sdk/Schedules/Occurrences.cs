namespace Webstir.Sdk.Schedules;

/// <summary>Instants at which a schedule fires.</summary>
internal static class Occurrences
{
    /// <summary>The first instant that leaves room for the arithmetic of dates before it.</summary>
    private static readonly DateTimeOffset First = DateTimeOffset.MinValue.AddDays(1).AddTicks(-1);

    /// <summary>Instants after another, in order, up to the year 9998.</summary>
    public static IEnumerable<DateTimeOffset> After(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        TimeZoneInfo own = meaning.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : zone;
        if (meaning.Recurrence is { } recurrence)
            return meaning.NeverFires || recurrence.Picked != 0 ? [] : OfPattern(recurrence, after, own, RuleOf(meaning, rule));
        if (meaning.Interval is { } interval)
            return Every(interval, StartOf(interval, meaning.Phase, after), zone);
        return meaning.At is { } time ? Once(time, after, own) : [];
    }

    private static IEnumerable<DateTimeOffset> OfPattern(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule) =>
        after.UtcDateTime.Year > Dates.LastYear ? [] : ZonedTimes.After(recurrence, after < First ? First : after, zone, rule);

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
