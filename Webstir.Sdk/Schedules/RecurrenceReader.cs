using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Reads the meaning of cron fields that a dialect accepts.</summary>
internal static class RecurrenceReader
{
    /// <summary>Forms that stand for no plain days.</summary>
    private static readonly FormSet Special = FormSet.Of(
        Form.Last, Form.LastOffset, Form.LastWorkday, Form.LastOffsetWorkday, Form.LastWorkdayOffset, Form.NearestWorkday,
        Form.NearestWorkdayStep, Form.LastOf, Form.RangeLast, Form.NthLast, Form.Nth, Form.RangeNth);

    public static Recurrence Read(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect) =>
        (ReadSets(cron, layout, dialect) with { IsEitherDay = DayJoin.IsEither(cron, layout, dialect) }).Normalize();

    /// <summary>Whether the dates would be others if the two day fields were joined the other way.</summary>
    public static bool DependsOnJoin(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        ulong days = 0;
        ulong weekdays = 0;
        foreach (ref readonly Item item in cron.Items)
        {
            if (Special.Contains(item.Form))
                continue;
            if (layout[item.Ordinal] == Field.Day)
                days |= Bits(item, Field.Day, dialect);
            else if (layout[item.Ordinal] == Field.Weekday)
                weekdays |= Bits(item, Field.Weekday, dialect);
        }

        return days != Recurrence.AllDays || weekdays != Recurrence.AllWeekdays;
    }

    private static Recurrence ReadSets(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect)
    {
        var recurrence = new Recurrence { ClampsWorkdays = dialect.Has(Extras.ClampsWorkdays) };
        foreach (ref readonly Item item in cron.Items)
        {
            if (!IsWhole(item, layout[item.Ordinal]))
                recurrence = Include(recurrence, item, cron, layout[item.Ordinal], dialect);
        }

        return FillEmpty(recurrence, dialect);
    }

    /// <summary>Whether a field says no more than if it were not there: most are a star.</summary>
    private static bool IsWhole(in Item item, Field field) =>
        item is { Form: Form.Any, IsAlone: true } && field is not (Field.Second or Field.Year);

    private static Recurrence Include(Recurrence recurrence, in Item item, in CronText cron, Field field, Dialect dialect)
    {
        bool isFirst = item.Ordinal == 0 ? item.Start == cron.Items[0].Start : cron.Text[item.Start - 1] != ',';
        Recurrence result = Add(isFirst ? Clear(recurrence, field) : recurrence, item, field, dialect);
        bool isPicked = item.Form is Form.Hash or Form.HashStep or Form.HashRange or Form.HashRangeStep;
        return isPicked ? result with { Picked = result.Picked | 1 << (int)field } : result;
    }

    /// <summary>Plain values of an item, one bit each; weekdays from 0 (Sunday) to 6, or to 7 when Sunday is not folded.</summary>
    public static ulong Bits(in Item item, Field field, Dialect dialect, bool foldSunday = true)
    {
        ulong bits = 0;
        foreach (int value in new ValueRange(item, field, dialect))
            bits |= 1ul << (field == Field.Weekday ? Weekday(value, dialect, foldSunday) : value);
        bool lacksSunday = dialect.Has(Extras.OneToSevenLacksSunday) && field == Field.Weekday && bits == Recurrence.AllWeekdays
            && item.Low.Length > 0 && Values.Low(item, field, dialect) == 1;
        return lacksSunday ? bits & ~1ul : bits;
    }

    private static int Weekday(int value, Dialect dialect, bool foldSunday) => dialect.Weekdays switch
    {
        WeekdayNumbers.OneToSeven => value - 1,
        _ when value == 7 && foldSunday => 0,
        _ => value,
    };

    private static Recurrence FillEmpty(Recurrence recurrence, Dialect dialect) => !dialect.Has(Extras.EmptyLists) ? recurrence : recurrence with
    {
        Seconds = recurrence is { Seconds: 0, Minutes: Recurrence.AllMinutes } ? 1 : recurrence.Seconds,
        Weekdays = recurrence is { Weekdays: 0, LastWeekdays: 0, NthWeekdays: 0 } ? 1 << 6 : recurrence.Weekdays,
    };

    private static Recurrence Clear(Recurrence recurrence, Field field) => field switch
    {
        Field.Second => recurrence with { Seconds = 0 },
        Field.Minute => recurrence with { Minutes = 0 },
        Field.Hour => recurrence with { Hours = 0 },
        Field.Day => recurrence with { Days = 0 },
        Field.Month => recurrence with { Months = 0 },
        Field.Weekday => recurrence with { Weekdays = 0 },
        _ => recurrence with { Years = BigInteger.Zero },
    };

    private static Recurrence Add(Recurrence recurrence, in Item item, Field field, Dialect dialect) => field switch
    {
        Field.Second => recurrence with { Seconds = recurrence.Seconds | Bits(item, field, dialect) },
        Field.Minute => recurrence with { Minutes = recurrence.Minutes | Bits(item, field, dialect) },
        Field.Hour => recurrence with { Hours = recurrence.Hours | (uint)Bits(item, field, dialect) },
        Field.Day => AddDay(recurrence, item, dialect),
        Field.Month => recurrence with { Months = recurrence.Months | (int)Bits(item, field, dialect) },
        Field.Weekday => AddWeekday(recurrence, item, dialect),
        _ => AddYear(recurrence, item, dialect),
    };

    private static Recurrence AddDay(Recurrence recurrence, in Item item, Dialect dialect) => item.Form switch
    {
        Form.Last => recurrence with { DaysFromEnd = recurrence.DaysFromEnd | 1 },
        Form.LastOffset => recurrence with { DaysFromEnd = recurrence.DaysFromEnd | 1u << (int)item.Step.Number },
        Form.LastWorkday => recurrence with { WorkdaysFromEnd = recurrence.WorkdaysFromEnd | 1 },
        Form.LastWorkdayOffset => recurrence with { DaysBeforeLastWorkday = recurrence.DaysBeforeLastWorkday | 1u << (int)item.Step.Number },
        Form.LastOffsetWorkday => recurrence with { WorkdaysFromEnd = recurrence.WorkdaysFromEnd | 1u << (int)item.Step.Number },
        Form.NearestWorkday or Form.NearestWorkdayStep =>
            recurrence with { NearestWorkdays = recurrence.NearestWorkdays | 1u << (int)item.Low.Number },
        _ => recurrence with { Days = recurrence.Days | (uint)Bits(item, Field.Day, dialect) },
    };

    private static Recurrence AddWeekday(Recurrence recurrence, in Item item, Dialect dialect)
    {
        // L alone is the last day of the week.
        if (item.Form == Form.Last)
            return recurrence with { Weekdays = recurrence.Weekdays | 1 << 6 };
        int bits = (int)Bits(item, Field.Weekday, dialect);
        return item.Form switch
        {
            Form.LastOf or Form.RangeLast or Form.NthLast => recurrence with { LastWeekdays = recurrence.LastWeekdays | bits },
            Form.Nth or Form.RangeNth => recurrence with { NthWeekdays = recurrence.NthWeekdays | Nth(bits, (int)item.Step.Number) },
            _ => recurrence with { Weekdays = recurrence.Weekdays | bits },
        };
    }

    private static ulong Nth(int weekdays, int nth)
    {
        ulong bits = 0;
        for (int weekday = 0; weekday < 7; weekday++)
        {
            if ((weekdays & 1 << weekday) != 0)
                bits |= 1ul << ((5 * weekday) + nth - 1);
        }

        return bits;
    }

    private static Recurrence AddYear(Recurrence recurrence, in Item item, Dialect dialect)
    {
        if (item.Form is Form.Any or Form.Unset)
            return recurrence with { Years = null };
        // In a list with a star, every year is meant whatever else it names.
        return recurrence.Years is { } years
            ? recurrence with { Years = years | Years.Of(new ValueRange(item, Field.Year, dialect)) }
            : recurrence;
    }
}
