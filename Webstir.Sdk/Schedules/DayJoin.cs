namespace Webstir.Sdk.Schedules;

/// <summary>Decides how a dialect joins the two day fields of a text.</summary>
internal static class DayJoin
{
    /// <summary>Whether a date needs to match one of the fields only.</summary>
    public static bool IsEither(in CronText cron, ReadOnlySpan<Field> layout, Dialect dialect) =>
        dialect.Days is not (DayRule.And or DayRule.OneUnset)
        && IsRestricted(cron, layout, Field.Day, dialect)
        && IsRestricted(cron, layout, Field.Weekday, dialect);

    /// <summary>Whether a field is nothing but <c>*</c> or <c>?</c>, which leaves the dates to the other in every dialect.</summary>
    public static bool IsUnset(in CronText cron, ReadOnlySpan<Field> layout, Field field)
    {
        int ordinal = layout.IndexOf(field);
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal == ordinal)
                return item is { IsAlone: true, Form: Form.Any or Form.Unset };
        }

        return true;
    }

    private static bool IsRestricted(in CronText cron, ReadOnlySpan<Field> layout, Field field, Dialect dialect)
    {
        int ordinal = layout.IndexOf(field);
        bool isFirst = true;
        foreach (ref readonly Item item in cron.Items)
        {
            if (item.Ordinal != ordinal)
                continue;
            if (IsOpen(item, isFirst, dialect))
                return false;
            isFirst = false;
        }

        return !isFirst;
    }

    /// <summary>Whether an item keeps its field from restricting anything, or joins the fields with "and".</summary>
    private static bool IsOpen(in Item item, bool isFirst, Dialect dialect) => dialect.Days switch
    {
        DayRule.OrUnlessStar => isFirst && item.Form is Form.Any or Form.AnyStep or Form.AnyRange,
        DayRule.OrUnlessUnstepped => item.Form is Form.Any or Form.Unset or Form.AnyRange
            || (item.Form is Form.AnyStep or Form.UnsetStep && item.Step.Number == 1),
        _ => (item.IsAlone && item.Form is Form.Any or Form.Unset) || (item.Low.HasPlus && dialect.Has(Extras.PlusMeansAnd)),
    };
}
