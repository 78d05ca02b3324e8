namespace Webstir.Sdk.Schedules;

/// <summary>Days that a plain list of numbers cannot name: <c>L</c>, <c>W</c> and <c>#</c>.</summary>
internal static class SpecialDays
{
    /// <summary>Days of the month, bits 1 to 31, on which a special day can fall.</summary>
    public static uint PossibleDays(in Recurrence recurrence)
    {
        uint days = 0;
        for (int offset = 0; offset <= 30; offset++)
        {
            if ((recurrence.DaysFromEnd & 1u << offset) != 0)
                days |= Around(28 - offset, 31 - offset);
            if ((recurrence.WorkdaysFromEnd & 1u << offset) != 0)
                days |= Around(26 - offset, 33 - offset);
            if ((recurrence.DaysBeforeLastWorkday & 1u << offset) != 0)
                days |= Around(Math.Max(1, 26 - offset), Math.Max(1, 31 - offset));
        }

        for (int day = 1; day <= 31; day++)
        {
            if ((recurrence.NearestWorkdays & 1u << day) != 0)
                days |= Around(Math.Min(day, recurrence.ClampsWorkdays ? 28 : day) - 2, day + 2);
        }

        return days;
    }

    /// <summary>Days of the week on which a special weekday can fall.</summary>
    public static int PossibleWeekdays(in Recurrence recurrence)
    {
        int weekdays = recurrence.LastWeekdays;
        for (int weekday = 0; weekday < 7; weekday++)
        {
            if ((recurrence.NthWeekdays & 0b11111ul << (5 * weekday)) != 0)
                weekdays |= 1 << weekday;
        }

        return weekdays;
    }

    /// <summary>Whether a date matches the two day fields and the month; its year is not looked at.</summary>
    public static bool Matches(in Recurrence recurrence, DateTime date)
    {
        if ((recurrence.Months & 1 << date.Month) == 0)
            return false;
        return recurrence.IsEitherDay
            ? MatchesDay(recurrence, date) || MatchesWeekday(recurrence, date)
            : MatchesDay(recurrence, date) && MatchesWeekday(recurrence, date);
    }

    private static bool MatchesDay(in Recurrence recurrence, DateTime date)
    {
        if ((recurrence.Days & 1u << date.Day) != 0)
            return true;
        if (!recurrence.HasSpecials)
            return false;
        int last = DateTime.DaysInMonth(date.Year, date.Month);
        if ((recurrence.DaysFromEnd & 1u << (last - date.Day)) != 0)
            return true;
        if (recurrence.DaysBeforeLastWorkday != 0 && MatchesBeforeLastWorkday(recurrence, date, last))
            return true;
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return false;
        if (recurrence.ClampsWorkdays && recurrence.NearestWorkdays >> last > 1 && NearestWorkday(date.Year, date.Month, last, last) == date.Day)
            return true;
        for (int day = Math.Max(1, date.Day - 2); day <= Math.Min(last, date.Day + 2); day++)
        {
            bool isAsked = (recurrence.NearestWorkdays & 1u << day) != 0 || (recurrence.WorkdaysFromEnd & 1u << (last - day)) != 0;
            if (isAsked && NearestWorkday(date.Year, date.Month, day, last) == date.Day)
                return true;
        }

        return false;
    }

    private static bool MatchesBeforeLastWorkday(in Recurrence recurrence, DateTime date, int last)
    {
        int offset = NearestWorkday(date.Year, date.Month, last, last) - date.Day;
        if (offset < 0)
            return false;
        uint offsets = recurrence.DaysBeforeLastWorkday >> offset;
        return date.Day == 1 ? offsets != 0 : (offsets & 1) != 0;
    }

    private static bool MatchesWeekday(in Recurrence recurrence, DateTime date)
    {
        int weekday = (int)date.DayOfWeek;
        if ((recurrence.Weekdays & 1 << weekday) != 0)
            return true;
        if (!recurrence.HasSpecials)
            return false;
        int nth = (date.Day - 1) / 7;
        bool isLast = date.Day + 7 > DateTime.DaysInMonth(date.Year, date.Month);
        return (recurrence.NthWeekdays & 1ul << ((5 * weekday) + nth)) != 0
            || (isLast && (recurrence.LastWeekdays & 1 << weekday) != 0);
    }

    /// <summary>The workday nearest to a day, never in another month.</summary>
    private static int NearestWorkday(int year, int month, int day, int last) => new DateTime(year, month, day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        DayOfWeek.Sunday => day == last ? day - 2 : day + 1,
        _ => day,
    };

    private static uint Around(int first, int last) =>
        Calendar.Upto(Math.Clamp(last, 0, 31)) & ~Calendar.Upto(Math.Clamp(first - 1, 0, 31));
}
