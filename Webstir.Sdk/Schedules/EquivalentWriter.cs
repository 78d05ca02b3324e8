using System.Globalization;
using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Writes a meaning in the syntax of a dialect.</summary>
internal static class EquivalentWriter
{
    /// <summary>A string with the same meaning there; <see langword="null"/> when there is none.</summary>
    /// <remarks>
    /// An interval that divides the hour or the day becomes cron fields where there are no intervals: it then keeps to the
    /// clock instead of counting from its start.
    /// </remarks>
    public static string? Write(Meaning meaning, Dialect dialect)
    {
        // The zone is a setting beside the schedule everywhere else.
        if (meaning.Zone is not null)
            return null;
        if (meaning.Recurrence is { } recurrence)
            return CronWriter.Write(recurrence, dialect);
        if (meaning.Interval is { } interval)
            return meaning.Phase is { } phase ? WriteAligned(interval, phase, dialect) : WriteInterval(interval, dialect);
        return meaning.At is { } time ? WriteTime(time, dialect) : WriteReboot(dialect);
    }

    private static string? WriteReboot(Dialect dialect) =>
        (dialect.Macros & Macros.Reboot) != 0 ? MacroTable.Name(Macros.Reboot) : null;

    private static string? WriteTime(DateTime time, Dialect dialect)
    {
        if (dialect.Has(Extras.At))
            return AtExpression.Write(time);
        var recurrence = new Recurrence
        {
            Seconds = 1ul << time.Second,
            Minutes = 1ul << time.Minute,
            Hours = 1u << time.Hour,
            Days = 1u << time.Day,
            Months = 1 << time.Month,
            Years = BigInteger.One << time.Year,
        };
        return CronWriter.Write(recurrence, dialect);
    }

    /// <summary>What is counted from the epoch keeps to the clock, which an interval from its own start does not.</summary>
    private static string? WriteAligned(TimeSpan interval, TimeSpan phase, Dialect dialect)
    {
        if (dialect.Has(Extras.EveryPhase))
            return EveryExpression.Write(interval, phase);
        return OnTheClock(interval, phase) is { } recurrence ? CronWriter.Write(recurrence, dialect) : null;
    }

    private static string? WriteInterval(TimeSpan interval, Dialect dialect)
    {
        bool isWholeMinutes = interval.Ticks % TimeSpan.TicksPerMinute == 0;
        if (dialect.Has(Extras.LooseRate) || (dialect.Has(Extras.Rate) && isWholeMinutes))
            return RateExpression.Write(interval);
        if (dialect.Has(Extras.Every))
            return EveryExpression.Write(interval);
        if (dialect.Has(Extras.English) && isWholeMinutes)
            return string.Create(CultureInfo.InvariantCulture, $"every {(long)interval.TotalMinutes} minutes");
        return OnTheClock(interval) is { } recurrence ? CronWriter.Write(recurrence, dialect) : null;
    }

    /// <summary>An interval kept to the clock; <see langword="null"/> for one that divides neither the hour nor the day.</summary>
    public static Recurrence? OnTheClock(TimeSpan interval, TimeSpan phase = default)
    {
        long seconds = (long)interval.TotalSeconds;
        return seconds switch
        {
            < 60 when 60 % seconds == 0 => new Recurrence { Seconds = Every(seconds, 60, phase.Seconds) },
            < 3600 when seconds % 60 == 0 && 3600 % seconds == 0 => new Recurrence { Seconds = 1ul << phase.Seconds, Minutes = Every(seconds / 60, 60, phase.Minutes) },
            <= 86400 when seconds % 3600 == 0 && 86400 % seconds == 0 =>
                new Recurrence { Seconds = 1ul << phase.Seconds, Minutes = 1ul << phase.Minutes, Hours = (uint)Every(seconds / 3600, 24, phase.Hours) },
            _ => null,
        };
    }

    private static ulong Every(long step, int count, int first)
    {
        ulong bits = 0;
        for (int value = first; value < count; value += (int)step)
            bits |= 1ul << value;
        return bits;
    }
}
