using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Wall-clock times of a pattern, without any time zone.</summary>
internal struct WallClock(Recurrence recurrence)
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    // Fields, as a parameter that is used later would be a copy of the whole pattern, of which the dates have one already.
    private readonly ulong _seconds = recurrence.Seconds;
    private readonly ulong _minutes = recurrence.Minutes;
    private readonly uint _hours = recurrence.Hours;
    private Dates _dates = new(recurrence);

    /// <summary>The first time after another; <see langword="null"/> when there is none.</summary>
    public DateTime? Next(DateTime after)
    {
        if (_seconds == 0 || _minutes == 0 || _hours == 0)
            return null;
        DateTime today = after.Date;
        int second = NextSecond((int)(after.TimeOfDay.Ticks / TimeSpan.TicksPerSecond) + 1);
        if (second < Day && _dates.Has(today))
            return today.AddTicks(second * TimeSpan.TicksPerSecond);
        return _dates.Next(today.AddDays(1)) is { } date ? date.AddTicks(NextSecond(0) * TimeSpan.TicksPerSecond) : null;
    }

    /// <summary>The first second of the day that matches, from one on; <see cref="Day"/> when there is none.</summary>
    private readonly int NextSecond(int from)
    {
        int hour = Hour * First(_hours, from / Hour);
        if (hour >= Day)
            return Day;
        from = Math.Max(from, hour);
        int minute = Minute * First(_minutes, from % Hour / Minute);
        if (minute >= Hour)
            return NextSecond(hour + Hour);
        from = Math.Max(from, hour + minute);
        int second = First(_seconds, from % Minute);
        return second < Minute ? hour + minute + second : NextSecond(hour + minute + Minute);
    }

    /// <summary>The first value of a set, from one on; 64 when there is none.</summary>
    private static int First(ulong bits, int from) => BitOperations.TrailingZeroCount(bits >> from << from);
}
