using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>What cron fields mean, free of any dialect: sets of values, as bits.</summary>
internal readonly record struct Recurrence()
{
    public const uint AllHours = (1u << 24) - 1;
    public const uint AllDays = uint.MaxValue - 1;
    public const int AllMonths = (1 << 13) - 2;
    public const int AllWeekdays = (1 << 7) - 1;
    public const ulong AllMinutes = (1ul << 60) - 1;

    /// <summary>Bits 0 to 59.</summary>
    public ulong Seconds { get; init; } = 1;

    /// <summary>Bits 0 to 59.</summary>
    public ulong Minutes { get; init; } = AllMinutes;

    /// <summary>Bits 0 to 23.</summary>
    public uint Hours { get; init; } = AllHours;

    /// <summary>Days of the month, bits 1 to 31.</summary>
    public uint Days { get; init; } = AllDays;

    /// <summary>Days before the last of the month, bits 0 to 30.</summary>
    public uint DaysFromEnd { get; init; }

    /// <summary>Workdays nearest to a number of days before the last of the month, bits 0 to 30.</summary>
    public uint WorkdaysFromEnd { get; init; }

    /// <summary>Days before the last workday of the month, bits 0 to 30; the 1st where the month has not so many.</summary>
    public uint DaysBeforeLastWorkday { get; init; }

    /// <summary>Workdays nearest to a day of the month, bits 1 to 31.</summary>
    public uint NearestWorkdays { get; init; }

    /// <summary>Bits 1 to 12.</summary>
    public int Months { get; init; } = AllMonths;

    /// <summary>Bits 0 (Sunday) to 6.</summary>
    public int Weekdays { get; init; } = AllWeekdays;

    /// <summary>The nth weekdays of the month: bit 5 × weekday + nth - 1.</summary>
    public ulong NthWeekdays { get; init; }

    /// <summary>The last weekdays of the month, bits 0 to 6.</summary>
    public int LastWeekdays { get; init; }

    /// <summary>One bit for each year; <see langword="null"/> for every year.</summary>
    public BigInteger? Years { get; init; }

    /// <summary>Fields whose value the scheduler picks by itself, bit <see cref="Field"/>; the sets hold the lowest there.</summary>
    public int Picked { get; init; }

    /// <summary>Whether the workday nearest to a day that a month lacks is the month's last.</summary>
    public bool ClampsWorkdays { get; init; }

    /// <summary>Whether a date needs to match one of the day fields only.</summary>
    public bool IsEitherDay { get; init; }

    /// <summary>Whether every day of the month matches the field for the day of the month.</summary>
    public bool IsEveryDay => Days == AllDays;

    /// <summary>Whether every day of the week matches its field.</summary>
    public bool IsEveryWeekday => Weekdays == AllWeekdays;

    /// <summary>Whether every date matches.</summary>
    public bool IsEveryDate => IsEveryDay && IsEveryWeekday && Months == AllMonths && !HasSpecials;

    /// <summary>Whether a day has one time only.</summary>
    public bool IsOnceADay => ulong.IsPow2(Seconds) && ulong.IsPow2(Minutes) && uint.IsPow2(Hours);

    /// <summary>Whether a day field holds more than plain values.</summary>
    public bool HasSpecials => (DaysFromEnd | WorkdaysFromEnd | DaysBeforeLastWorkday | NearestWorkdays | (uint)LastWeekdays) != 0 || NthWeekdays != 0;

    /// <summary>The same meaning with nothing said that makes no difference.</summary>
    public Recurrence Normalize()
    {
        Recurrence result = this;
        if (result.IsEitherDay && (IsEveryDay || IsEveryWeekday))
            result = result with { IsEitherDay = false, Days = AllDays, Weekdays = AllWeekdays };
        if (result.IsEveryDay)
            result = result with { DaysFromEnd = 0, WorkdaysFromEnd = 0, DaysBeforeLastWorkday = 0, NearestWorkdays = 0 };
        if (result.NearestWorkdays >> 29 == 0)
            result = result with { ClampsWorkdays = false };
        return result.IsEveryWeekday ? result with { NthWeekdays = 0, LastWeekdays = 0 } : result;
    }

    /// <summary>The same on any day of the week.</summary>
    public Recurrence WithoutWeekdays() => this with { Weekdays = AllWeekdays, NthWeekdays = 0, LastWeekdays = 0, IsEitherDay = false };

    /// <summary>The same on any day of the month.</summary>
    public Recurrence WithoutDays() =>
        this with { Days = AllDays, DaysFromEnd = 0, WorkdaysFromEnd = 0, DaysBeforeLastWorkday = 0, NearestWorkdays = 0, ClampsWorkdays = false, IsEitherDay = false };
}
