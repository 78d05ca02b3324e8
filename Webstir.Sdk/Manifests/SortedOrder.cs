namespace Webstir.Sdk.Manifests;

/// <summary>The author's order: a list that was sorted by name stays sorted, any other grows at its end.</summary>
internal static class SortedOrder
{
    private static readonly StringComparer[] Orders = [StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase];

    /// <summary>Where an entry of this name belongs. One entry alone shows no order.</summary>
    public static int PlaceFor(string name, IReadOnlyList<Entry> entries)
    {
        StringComparer? order = Of(entries);
        return order is null ? entries.Count : entries.TakeWhile(entry => order.Compare(entry.Name, name) < 0).Count();
    }

    /// <summary>The order that a list keeps; <see langword="null"/> for none.</summary>
    public static StringComparer? Of(IReadOnlyList<Entry> entries) => entries.Count < 2 ? null : Array.Find(Orders, order => IsSorted(entries, order));

    private static bool IsSorted(IReadOnlyList<Entry> entries, StringComparer order)
    {
        for (int i = 1; i < entries.Count; i++)
        {
            if (order.Compare(entries[i - 1].Name, entries[i].Name) >= 0)
                return false;
        }

        return true;
    }
}
