using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>every 5 minutes</c>, <c>every mon,wed 09:00</c> and <c>1st monday of month 09:00</c> of Google Cloud Scheduler.</summary>
/// <remarks>
/// https://cloud.google.com/appengine/docs/standard/scheduling-jobs-with-cron-yaml#formatting_the_schedule; an interval
/// <c>from 10:00 to 14:00</c> is not read: its last run need not fit into cron fields.
/// </remarks>
internal static class EnglishExpression
{
    /// <summary>What every such schedule has that does not start with <c>every</c>.</summary>
    public const string Of = " of ";

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static Meaning? Read(ReadOnlySpan<char> text)
    {
        string[] words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["every", var count, var unit, ..] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return ReadInterval(number, unit, words[3..]);
        return ReadDates(words) is { } recurrence ? new Meaning { Recurrence = recurrence.Normalize() } : null;
    }

    private static Meaning? ReadInterval(int number, string unit, string[] rest)
    {
        int? seconds = unit switch { "minutes" or "mins" => 60, "hours" => 3600, _ => null };
        if (number == 0 || seconds is not { } length)
            return null;
        var interval = TimeSpan.FromSeconds((long)number * length);
        return rest switch
        {
            [] => new Meaning { Interval = interval },
            ["synchronized"] when EquivalentWriter.OnTheClock(interval) is { } recurrence => new Meaning { Recurrence = recurrence },
            _ => null,
        };
    }

    private static Recurrence? ReadDates(string[] words)
    {
        if (words.Length == 0 || !TimeOnly.TryParseExact(words[^1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
            return null;
        Recurrence daily = new() { Minutes = 1ul << time.Minute, Hours = 1u << time.Hour };
        return words switch
        {
            ["every", var days, _] => ReadEvery(daily, days),
            ["every", var days, "of", var months, _] => ReadMonths(ReadEvery(daily, days), months),
            [var ordinals, var days, "of", var months, _] => ReadMonths(ReadNth(daily, ordinals, days), months),
            [var days, "of", var months, _] => ReadMonths(ReadDays(daily, days), months),
            _ => null,
        };
    }

    private static Recurrence? ReadEvery(Recurrence daily, string days)
    {
        if (days == "day")
            return daily;
        return ReadSet(days, Weekday) is { } weekdays ? daily with { Weekdays = (int)weekdays } : null;
    }

    private static Recurrence? ReadNth(Recurrence daily, string ordinals, string days)
    {
        if (ReadSet(ordinals, Ordinal) is not { } nths || ReadSet(days, Weekday) is not { } weekdays)
            return null;
        ulong bits = 0;
        foreach (int weekday in SetText.Values(weekdays))
            bits |= nths << (5 * weekday);
        return daily with { Weekdays = 0, NthWeekdays = bits };
    }

    private static Recurrence? ReadDays(Recurrence daily, string days) =>
        ReadSet(days, day => Number(day, 31)) is { } set ? daily with { Days = (uint)set } : null;

    private static Recurrence? ReadMonths(Recurrence? recurrence, string months)
    {
        if (recurrence is not { } dates || months == "month")
            return recurrence;
        return ReadSet(months, Month) is { } set ? dates with { Months = (int)set } : null;
    }

    /// <summary>A list of values, one bit each; <see langword="null"/> when one of them is none.</summary>
    private static ulong? ReadSet(string list, Func<string, int?> read)
    {
        ulong bits = 0;
        foreach (string word in list.Split(','))
        {
            if (read(word) is not { } value)
                return null;
            bits |= 1ul << value;
        }

        return bits;
    }

    private static int? Ordinal(string word)
    {
        int index = Array.IndexOf(Ordinals, word);
        if (index >= 0)
            return index;
        int nth = word.Length == 3 ? word[0] - '0' : 0;
        return nth is >= 1 and <= 5 && word == SetText.Ordinal(nth) ? nth - 1 : null;
    }

    private static int? Number(string word, int max) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= max ? number : null;

    private static int? Weekday(string word) =>
        word.Length > 0 && Names.FindWeekday(word) is > 0 and byte day && IsWhole(word, Names.Weekday(day - 1)) ? day - 1 : null;

    private static int? Month(string word) =>
        word.Length > 0 && Names.FindMonth(word) is > 0 and byte month && IsWhole(word, Names.Month(month)) ? month : null;

    private static bool IsWhole(string word, string name) => word.Length == 3 || word.Length == name.Length;
}
