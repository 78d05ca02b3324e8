namespace Webstir.Sdk.Schedules;

/// <summary>Facts about the months of the year.</summary>
internal static class Calendar
{
    /// <summary>Whether one of the days (bits 1 to 31) exists in one of the months (bits 1 to 12), leap years included.</summary>
    public static bool HasDate(uint days, int months)
    {
        for (int month = 1; month <= 12; month++)
        {
            if ((months & 1 << month) != 0 && (days & Upto(LongestMonth(month))) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Most days that a month can have.</summary>
    public static int LongestMonth(int month) => month switch
    {
        2 => 29,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Bits 1 to <paramref name="day"/>.</summary>
    public static uint Upto(int day) => (uint)((2ul << day) - 2);
}
