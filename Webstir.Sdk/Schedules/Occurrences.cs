namespace Webstir.Sdk.Schedules;

/// <summary>Instants at which a schedule fires.</summary>
internal static class Occurrences
{
    public static IEnumerable<DateTimeOffset> After(Meaning meaning, DateTimeOffset after, TimeZoneInfo zone)
    {
        TimeZoneInfo own = meaning.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : zone;
        if (meaning.Recurrence is { } recurrence)
            return meaning.NeverFires ? [] : ZonedTimes.After(recurrence, after, own);
        if (meaning.Interval is { } interval)
            return Every(interval, after, zone);
        return meaning.At is { } time ? Once(time, after, own) : [];
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
