using System.Text;
using NCrontab;

namespace Webstir.Sdk.Schedules;

/// <summary>Hands sets of values to NCrontab: always six fields, plain numbers, in order.</summary>
/// <remarks>The user's own text never gets there: NCrontab swaps reversed ranges, takes <c>*/0</c> and throws on large numbers.</remarks>
internal static class CrontabText
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <summary>Midnights of the days that match both day fields.</summary>
    public static CrontabSchedule Midnights(uint days, int months, int weekdays) => CrontabSchedule.Parse(
        $"0 0 0 {List(days, 1, 31)} {List((ulong)months, 1, 12)} {List((ulong)weekdays, 0, 6)}", WithSeconds);

    private static string List(ulong bits, int min, int max)
    {
        var list = new StringBuilder();
        int count = 0;
        for (int value = min; value <= max; value++)
        {
            if ((bits & 1ul << value) != 0)
                list.Append(count++ == 0 ? "" : ",").Append(value);
        }

        return count == max - min + 1 ? "*" : list.ToString();
    }
}
