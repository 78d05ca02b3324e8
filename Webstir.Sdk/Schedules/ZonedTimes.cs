namespace Webstir.Sdk.Schedules;

/// <summary>Instants of wall-clock times in a time zone, one after the other. A value: to find one instant allocates nothing.</summary>
/// <remarks>
/// A pattern that runs in every hour follows elapsed time: it goes on through an hour that comes twice, and an hour that is
/// skipped has no runs. What becomes of one with fixed hours depends on the scheduler.
/// </remarks>
internal struct ZonedTimes
{
    private readonly TimeZoneInfo _zone;
    private readonly ClockRule _rule;
    private readonly bool _isElapsed;
    private WallClock _clock;
    private DateTimeOffset _last;
    private DateTime _wall;

    /// <summary>Those after an instant.</summary>
    public ZonedTimes(Recurrence recurrence, DateTimeOffset after, TimeZoneInfo zone, ClockRule rule)
    {
        bool isAsShown = rule == ClockRule.AsShown || (rule == ClockRule.OnceIfAlone && !recurrence.IsOnceADay);
        _zone = zone;
        _rule = rule;
        _isElapsed = isAsShown || rule == ClockRule.OnceUnlessInterval || recurrence.Hours == Recurrence.AllHours;
        _clock = new WallClock(recurrence);
        _last = TimeZoneInfo.ConvertTime(after, zone);
        // A skipped time of this very day may run later than now.
        _wall = _isElapsed ? _last.DateTime : JustBefore(_last.Date);
    }

    /// <summary>The next one; <see langword="null"/> when there is none.</summary>
    public DateTimeOffset? Next() => _isElapsed ? NextElapsed() : NextOnTheWall();

    private static DateTime JustBefore(DateTime day) => day > DateTime.MinValue ? day.AddTicks(-1) : day;

    private DateTimeOffset? NextElapsed()
    {
        while (_clock.Next(_wall) is { } time)
        {
            var instant = new DateTimeOffset(time, _last.Offset);
            if (_zone.GetUtcOffset(instant) == _last.Offset)
            {
                _wall = time;
                return _last = instant;
            }

            _last = WallTime.FindChange(_last, instant, _zone);
            bool isMadeUp = _rule == ClockRule.OnceUnlessInterval && time < _last.DateTime;
            // One tick earlier, so that the very instant of the change is not lost.
            _wall = _last.DateTime.AddTicks(isMadeUp ? 0 : -1);
            if (isMadeUp)
                return _last;
        }

        return null;
    }

    private DateTimeOffset? NextOnTheWall()
    {
        while (_clock.Next(_wall) is { } time)
        {
            _wall = time;
            if (WallTime.ToInstant(time, _zone, _rule) is { } instant && instant > _last)
                return _last = instant;
        }

        return null;
    }
}
