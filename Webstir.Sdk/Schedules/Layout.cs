namespace Webstir.Sdk.Schedules;

/// <summary>Which field stands where.</summary>
internal static class Layout
{
    private static ReadOnlySpan<Field> Seven =>
        [Field.Second, Field.Minute, Field.Hour, Field.Day, Field.Month, Field.Weekday, Field.Year];

    /// <summary>Order of a number of fields in a dialect; empty when it knows no such number.</summary>
    public static ReadOnlySpan<Field> Of(Layouts layouts, int fields) => fields switch
    {
        5 when Has(layouts, Layouts.Five) => Seven[1..6],
        6 when Has(layouts, Layouts.SecondFirst) => Seven[..6],
        6 when Has(layouts, Layouts.YearLast) => Seven[1..],
        7 when Has(layouts, Layouts.Seven) => Seven,
        >= 1 and <= 4 when Has(layouts, Layouts.Fewer) => Seven[(6 - fields)..6],
        _ => [],
    };

    /// <summary>Most fields that a dialect knows.</summary>
    public static int Most(Layouts layouts) => Has(layouts, Layouts.Seven) ? 7 : Has(layouts, Layouts.SecondFirst | Layouts.YearLast) ? 6 : 5;

    /// <summary>The layout in words, for messages.</summary>
    public static string Describe(Layouts layouts) => layouts switch
    {
        Layouts.Five => "5 fields: minute, hour, day of month, month, day of week",
        Layouts.Five | Layouts.SecondFirst => "5 fields, or 6 with seconds first",
        Layouts.YearLast => "6 fields: minute, hour, day of month, month, day of week, year",
        Layouts.SecondFirst | Layouts.Seven => "6 or 7 fields: second, minute, hour, day of month, month, day of week and perhaps year",
        Layouts.Five | Layouts.YearLast | Layouts.Seven => "5 fields, 6 with a year last, or 7 with seconds first and a year last",
        _ => "5 fields: minute, hour, day of month, month, day of week; 6 with seconds first; 7 with a year last too",
    };

    private static bool Has(Layouts layouts, Layouts one) => (layouts & one) != 0;
}
