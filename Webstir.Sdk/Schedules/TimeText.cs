using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary>Times of day in words.</summary>
internal static class TimeText
{
    private const int MaxTimes = 6;

    public static string Describe(Recurrence recurrence)
    {
        List<int> seconds = SetText.Values(recurrence.Seconds);
        List<int> minutes = SetText.Values(recurrence.Minutes);
        List<int> hours = SetText.Values(recurrence.Hours);
        if (seconds.Count == 1 && hours.Count * minutes.Count <= MaxTimes && hours.Count < 24)
            return "At " + Times(hours, minutes, seconds[0]);
        if (seconds is [0])
            return DescribeMinutes(minutes, hours);
        string ofMinutes = minutes.Count < 60 ? " of " + SetText.Named("minute", minutes) : IsEvery(seconds, 60) ? "" : " of every minute";
        string ofHours = hours.Count == 24 ? "" : " of " + SetText.Named("hour", hours);
        return Every("second", seconds, 60) + ofMinutes + (minutes.Count < 60 && ofHours.Length == 0 ? " of every hour" : ofHours);
    }

    /// <summary>Whether the words name no hour, so that "every day" would add nothing.</summary>
    public static bool IsAllDay(Recurrence recurrence) => recurrence.Hours == Recurrence.AllHours;

    private static string DescribeMinutes(List<int> minutes, List<int> hours)
    {
        if (minutes is [0] && IsEvery(hours, 24))
            return Every("hour", hours, 24);
        if (hours.Count == 24)
            return IsEvery(minutes, 60) ? Every("minute", minutes, 60) : $"At {SetText.Named("minute", minutes)} of every hour";
        return (IsEvery(minutes, 60) ? Every("minute", minutes, 60) : "At " + SetText.Named("minute", minutes)) + " of " + SetText.Named("hour", hours);
    }

    private static string Times(List<int> hours, List<int> minutes, int second)
    {
        IEnumerable<string> times = hours.SelectMany(hour => minutes.Select(minute => Clock(hour, minute, second)));
        return SetText.Join([.. times], "and");
    }

    private static string Clock(int hour, int minute, int second) =>
        new TimeOnly(hour, minute, second).ToString(second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Whether the values go round evenly, from 0.</summary>
    private static bool IsEvery(List<int> values, int count)
    {
        int step = count / values.Count;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] != i * step)
                return false;
        }

        return values.Count > 1 && step * values.Count == count;
    }

    private static string Every(string unit, List<int> values, int count)
    {
        if (values.Count == count)
            return "Every " + unit;
        return IsEvery(values, count) ? $"Every {SetText.Number(count / values.Count)} {unit}s" : "At " + SetText.Named(unit, values);
    }
}
