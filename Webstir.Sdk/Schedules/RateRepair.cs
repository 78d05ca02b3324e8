using System.Buffers;
using System.Globalization;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Finds the rate that a malformed one was meant to be.</summary>
internal static class RateRepair
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Spellings of each unit; of a month and a year, which have no certain length, to know them when they come.</summary>
    private static readonly string[][] Units =
    [
        ["second", "seconds", "sec", "secs", "s"],
        ["minute", "minutes", "min", "mins", "m"],
        ["hour", "hours", "hr", "hrs", "h"],
        ["day", "days", "d"],
        ["week", "weeks", "wk", "wks", "w"],
        ["month", "months"],
        ["year", "years"],
    ];

    /// <summary>The rate as every scheduler with rates takes it; <see langword="null"/> when its length is not certain.</summary>
    public static string? Repair(string schedule)
    {
        ReadOnlySpan<char> text = schedule.AsSpan().Trim();
        if (!text.StartsWith("rate", StringComparison.OrdinalIgnoreCase))
            return null;
        ReadOnlySpan<char> inside = text[4..].Trim("() \t");
        int digits = inside.IndexOfAnyExcept(NumberCharacters);
        if (digits < 1 || !decimal.TryParse(inside[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return null;
        if (number is 0 or > int.MaxValue)
            return null;
        decimal seconds = number * Seconds(inside[digits..].Trim().ToString());
        bool isWhole = seconds is > 0 and <= int.MaxValue && decimal.Truncate(seconds) == seconds;
        return isWhole ? RateExpression.Write(TimeSpan.FromSeconds((long)seconds)) : null;
    }

    /// <summary>Length of a unit; 0 for one that is not certain.</summary>
    private static int Seconds(string word) => Unit(word) switch
    {
        "second" => 1,
        "minute" => 60,
        "hour" => 3600,
        "day" => 86400,
        "week" => 7 * 86400,
        _ => 0,
    };

    private static string? Unit(string word)
    {
        // A capital M is a month to many.
        StringComparison comparison = word.Length > 1 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string[]? known = Array.Find(Units, spellings => spellings.Any(spelling => spelling.Equals(word, comparison)));
        return known is null ? Nearest(word) : known[0];
    }

    /// <summary>A short word is two edits from almost anything; a slip seldom hits the first letter.</summary>
    private static string? Nearest(string word)
    {
        string? nearest = word.Length < 4 ? null : Spelling.Nearest(word, Units.SelectMany(spellings => spellings));
        bool isNear = nearest?.Length > 3 && (nearest[0] | 0x20) == (word[0] | 0x20);
        return isNear ? Array.Find(Units, spellings => spellings.Contains(nearest))?[0] : null;
    }
}
