using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Webstir.Sdk.Schedules;

/// <summary>Times on the wall of a zone that one change of the clocks skips or repeats: from whole minute to whole minute.</summary>
internal sealed record ClockChange(DateTime From, DateTime To, bool IsSkip)
{
    private static readonly ConditionalWeakTable<TimeZoneInfo, ConcurrentDictionary<int, ClockChange[]>> Known = [];

    /// <summary>Changes of a year, in order; sought once for each zone.</summary>
    public static ClockChange[] Of(int year, TimeZoneInfo zone) =>
        Known.GetOrCreateValue(zone).GetOrAdd(year, static (year, zone) => [.. Find(year, zone)], zone);

    /// <summary>The first time of a pattern that is skipped or repeated.</summary>
    public DateTime? FindTime(in Recurrence recurrence)
    {
        for (DateTime time = From; time < To; time = time.AddMinutes(1))
        {
            if ((recurrence.Hours & 1u << time.Hour) != 0 && (recurrence.Minutes & 1ul << time.Minute) != 0 && SpecialDays.Matches(recurrence, time.Date))
                return time;
        }

        return null;
    }

    /// <summary>Sought week by week: no zone changes its clocks and back within one.</summary>
    private static IEnumerable<ClockChange> Find(int year, TimeZoneInfo zone)
    {
        var end = new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var week = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero); week < end; week = week.AddDays(7))
        {
            DateTimeOffset next = week.AddDays(7) < end ? week.AddDays(7) : end;
            TimeSpan before = zone.GetUtcOffset(week);
            TimeSpan after = zone.GetUtcOffset(next);
            if (before == after)
                continue;
            DateTime change = WallTime.FindChange(week, next, zone).UtcDateTime;
            DateTime earlier = RoundUp(change + (before < after ? before : after));
            DateTime later = RoundUp(change + (before < after ? after : before));
            yield return new ClockChange(earlier, later, before < after);
        }
    }

    private static DateTime RoundUp(DateTime time) =>
        new((time.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
}
