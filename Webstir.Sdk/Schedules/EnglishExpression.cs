using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>every 5 minutes</c> and <c>every monday 09:00</c> of Google Cloud Scheduler.</summary>
/// <remarks>https://cloud.google.com/appengine/docs/standard/scheduling-jobs-with-cron-yaml#formatting_the_schedule</remarks>
internal static class EnglishExpression
{
    public static Meaning? Read(ReadOnlySpan<char> text)
    {
        string[] words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3 || words[0] != "every")
            return null;
        return int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? ReadInterval(number, words[2])
            : ReadDay(words[1], words[2]);
    }

    private static Meaning? ReadInterval(int number, string unit)
    {
        int? seconds = unit switch { "minutes" or "mins" => 60, "hours" => 3600, _ => null };
        return number > 0 && seconds is { } length ? new Meaning { Interval = TimeSpan.FromSeconds((long)number * length) } : null;
    }

    private static Meaning? ReadDay(string day, string time)
    {
        byte weekday = Names.FindWeekday(day);
        bool isDay = day == "day" || (weekday > 0 && (day.Length == 3 || day.Length == Names.Weekday(weekday - 1).Length));
        if (!isDay || !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly at))
            return null;
        int weekdays = day == "day" ? Recurrence.AllWeekdays : 1 << (weekday - 1);
        return new Meaning { Recurrence = new Recurrence { Minutes = 1ul << at.Minute, Hours = 1u << at.Hour, Weekdays = weekdays } };
    }
}
