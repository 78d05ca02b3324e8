namespace Webstir.Sdk.Schedules;

/// <summary>Numbers behind the words and numbers of an item.</summary>
internal static class Values
{
    /// <summary>Whether a word is a name that a dialect knows in a field.</summary>
    public static bool IsName(in Atom word, Field field, Dialect dialect) => field switch
    {
        Field.Month => word.Month > 0 && IsLongEnough(word, 3, dialect.MonthNames),
        Field.Weekday => word.Weekday > 0 && IsLongEnough(word, 2, dialect.WeekdayNames),
        _ => false,
    };

    /// <summary>First value of an item, in the dialect's own numbers.</summary>
    public static long Low(in Item item, Field field, Dialect dialect) => Of(item.Low, field, dialect);

    /// <summary>Last value of a range, in the dialect's own numbers.</summary>
    public static long High(in Item item, Field field, Dialect dialect) =>
        field == Field.Weekday && item.High.Weekday == 1 && dialect.Has(Extras.SundayEndsWeek) ? 7 : Of(item.High, field, dialect);

    /// <summary>Value of a number or name.</summary>
    public static long Of(in Atom atom, Field field, Dialect dialect)
    {
        if (!atom.IsWord)
            return atom.Number;
        return field == Field.Month ? atom.Month : atom.Weekday - (dialect.Weekdays == WeekdayNumbers.OneToSeven ? 0 : 1);
    }

    private static bool IsLongEnough(in Atom word, int prefix, NameRule rule)
    {
        int letters = word.Length - (word.HasPlus ? 1 : 0);
        return rule switch
        {
            NameRule.Three => letters == 3,
            NameRule.Prefix => letters >= prefix,
            _ => true,
        };
    }
}
