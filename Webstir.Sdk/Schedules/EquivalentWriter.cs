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
            return WriteInterval(interval, dialect);
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
    public static Recurrence? OnTheClock(TimeSpan interval)
    {
        long seconds = (long)interval.TotalSeconds;
        return seconds switch
        {
            < 60 when 60 % seconds == 0 => new Recurrence { Seconds = Every(seconds, 60) },
            < 3600 when seconds % 60 == 0 && 3600 % seconds == 0 => new Recurrence { Minutes = Every(seconds / 60, 60) },
            <= 86400 when seconds % 3600 == 0 && 86400 % seconds == 0 =>
                new Recurrence { Minutes = 1, Hours = (uint)Every(seconds / 3600, 24) },
            _ => null,
        };
    }

    private static ulong Every(long step, int count)
    {
        ulong bits = 0;
        for (int value = 0; value < count; value += (int)step)
            bits |= 1ul << value;
        return bits;
    }
}
