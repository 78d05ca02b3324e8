using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Names of months and days of the week.</summary>
internal static class Names
{
    private static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] WeekdayNames =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Full name of a month, 1 to 12.</summary>
    public static string Month(int month) => MonthNames[month - 1];

    /// <summary>Full name of a day of the week, 0 (Sunday) to 6.</summary>
    public static string Weekday(int weekday) => WeekdayNames[weekday];

    /// <summary>The name that every scheduler knows: three capitals.</summary>
    public static string Short(string name) => name[..3].ToUpperInvariant();

    /// <summary>Month that a text abbreviates or spells out, 1 to 12; 0 for none. The first one wins: <c>J</c> is January.</summary>
    public static byte FindMonth(ReadOnlySpan<char> text) => Find(MonthNames, text);

    /// <summary>Day of the week that a text abbreviates or spells out, 1 (Sunday) to 7; 0 for none.</summary>
    public static byte FindWeekday(ReadOnlySpan<char> text) => Find(WeekdayNames, text);

    /// <summary>Full name of the month that a mistyped word comes nearest to; <see langword="null"/> when none is near.</summary>
    public static string? NearestMonth(string word) => Nearest(MonthNames, word);

    /// <summary>Full name of the day of the week that a mistyped word comes nearest to; <see langword="null"/> when none is near.</summary>
    public static string? NearestWeekday(string word) => Nearest(WeekdayNames, word);

    private static string? Nearest(string[] names, string word)
    {
        // In three letters two edits can turn any name into any other.
        if (word.Length < 3)
            return null;
        if (Find(names, word.AsSpan(0, 3)) is > 0 and byte index)
            return names[index - 1];
        string? shortest = Array.Find(names, name => Spelling.IsOneEdit(word, name[..3]));
        return shortest ?? (word.Length > 3 ? Spelling.Nearest(word, names) : null);
    }

    private static byte Find(string[] names, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < names.Length; i++)
        {
            // One letter rules most names out, far cheaper than a comparison that ignores case.
            if ((text[0] | 0x20) == (names[i][0] | 0x20) && names[i].AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
                return (byte)(i + 1);
        }

        return 0;
    }
}
