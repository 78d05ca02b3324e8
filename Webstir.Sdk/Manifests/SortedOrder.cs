namespace Webstir.Sdk.Manifests;

/// <summary>The author's order: a list that was sorted by name stays sorted, any other grows at its end.</summary>
internal static class SortedOrder
{
    private static readonly StringComparer[] Orders = [StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase];

    /// <summary>Where an entry of this name belongs. One entry alone shows no order.</summary>
    public static int PlaceFor(string name, EntryList entries) =>
        entries.Count < 2 ? entries.Count : PlaceAmong(name, entries.Names);

    /// <summary>Where a name belongs among others that are sorted until they show that they are not.</summary>
    public static int PlaceAmong(string name, string[] names)
    {
        int place = 0;
        StringComparer? order = Of(names);
        while (place < names.Length && (order is null || order.Compare(names[place], name) < 0))
            place++;
        return place;
    }

    /// <summary>The order that a list keeps; <see langword="null"/> for none.</summary>
    public static StringComparer? Of(EntryList entries) => entries.Count < 2 ? null : Of(entries.Names);

    private static StringComparer? Of(string[] names)
    {
        foreach (StringComparer order in Orders)
        {
            if (IsSorted(names, order))
                return order;
        }

        return null;
    }

    private static bool IsSorted(string[] names, StringComparer order)
    {
        for (int i = 1; i < names.Length; i++)
        {
            if (order.Compare(names[i - 1], names[i]) >= 0)
                return false;
        }

        return true;
    }
}
