using System.Globalization;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Finds the rate that a malformed one was meant to be.</summary>
internal static class RateRepair
{
    private static readonly string[] Units =
    [
        "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days",
    ];

    /// <summary>The rate as every scheduler with rates takes it; <see langword="null"/> when it has no number and unit.</summary>
    public static string? Repair(string schedule)
    {
        if (!schedule.TrimStart().StartsWith("rate", StringComparison.OrdinalIgnoreCase))
            return null;
        string[] words = schedule.Trim()[4..].Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number == 0)
            return null;
        string? unit = Spelling.Nearest(words[1], Units);
        int seconds = unit?[0] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        bool isKnown = seconds > 0 && number <= int.MaxValue / 86400;
        return isKnown ? RateExpression.Write(TimeSpan.FromSeconds((long)number * seconds)) : null;
    }
}
