namespace Webstir.Sdk.Schedules;

/// <summary>Instants at which a schedule fires.</summary>
internal static class Occurrences
{
    /// <summary>The first instant that leaves room for the arithmetic of dates before it.</summary>
    private static readonly DateTimeOffset First = new(2, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Instants after another, in order, up to the year 9998.</summary>
    public static IEnumerable<DateTimeOffset> After(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone)
    {
        if (after.UtcDateTime.Year > WallClock.LastYear)
            return [];
        DateTimeOffset start = after < First ? First : after;
        TimeZoneInfo own = meaning.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : zone;
        if (meaning.Recurrence is { } recurrence)
            return meaning.NeverFires ? [] : ZonedTimes.After(recurrence, start, own);
        if (meaning.Interval is { } interval)
            return Every(interval, start, zone);
        return meaning.At is { } time ? Once(time, start, own) : [];
    }

    private static IEnumerable<DateTimeOffset> Every(TimeSpan interval, DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTimeOffset position = after;
        while (DateTimeOffset.MaxValue - position > interval)
        {
            position += interval;
            yield return TimeZoneInfo.ConvertTime(position, zone);
        }
    }

    private static DateTimeOffset[] Once(DateTime time, DateTimeOffset after, TimeZoneInfo zone)
    {
        var instant = new DateTimeOffset(time, zone.GetUtcOffset(time));
        return instant > after ? [instant] : [];
    }
}
