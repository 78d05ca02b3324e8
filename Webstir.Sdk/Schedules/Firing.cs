namespace Webstir.Sdk.Schedules;

/// <summary>Tells patterns that never fire.</summary>
internal static class Firing
{
    /// <summary>Whether any date of the calendar matches; the years of a pattern are not looked at.</summary>
    public static bool CanFire(in Recurrence recurrence)
    {
        if (recurrence.Seconds == 0 || recurrence.Minutes == 0 || recurrence.Hours == 0)
            return false;
        bool hasDay = HasDay(recurrence);
        bool hasWeekday = (recurrence.Weekdays | recurrence.LastWeekdays) != 0 || recurrence.NthWeekdays != 0;
        if (recurrence.IsEitherDay)
            return hasDay || (hasWeekday && recurrence.Months != 0);
        if (!hasDay || !hasWeekday)
            return false;
        // Only together can special days exclude each other: the workday nearest to the 1st is never a Sunday.
        return !recurrence.HasSpecials || recurrence.IsEveryDay || recurrence.IsEveryWeekday || HasCommonDay(recurrence);
    }

    private static bool HasDay(in Recurrence recurrence)
    {
        uint offsets = recurrence.DaysFromEnd | recurrence.WorkdaysFromEnd;
        uint fromEnd = offsets << 1;
        if (recurrence is { ClampsWorkdays: true, NearestWorkdays: not 0 } or { DaysBeforeLastWorkday: not 0 })
            return recurrence.Months != 0;
        return Calendar.HasDate(recurrence.Days | recurrence.NearestWorkdays, recurrence.Months)
            || Calendar.HasDate(fromEnd, recurrence.Months);
    }

    private static bool HasCommonDay(in Recurrence recurrence)
    {
        uint days = recurrence.Days | SpecialDays.PossibleDays(recurrence);
        // In 28 years every month begins on every day of the week, in leap years too.
        for (int year = 2000; year < 2028; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                if ((recurrence.Months & 1 << month) != 0 && HasCommonDay(recurrence, year, month, days))
                    return true;
            }
        }

        return false;
    }

    private static bool HasCommonDay(in Recurrence recurrence, int year, int month, uint days)
    {
        for (int day = 1; day <= DateTime.DaysInMonth(year, month); day++)
        {
            if ((days & 1u << day) != 0 && SpecialDays.Matches(recurrence, new DateTime(year, month, day)))
                return true;
        }

        return false;
    }
}
