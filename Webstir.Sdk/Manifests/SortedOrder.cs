namespace Webstir.Sdk.Manifests;

/// <summary>The author's order: a list that was sorted by name stays sorted, any other grows at its end.</summary>
internal static class SortedOrder
{
    private static readonly StringComparer[] Orders = [StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase];

    /// <summary>Where an entry of this name belongs. One entry alone shows no order.</summary>
    public static int PlaceFor(string name, EntryList entries) =>
        entries.Count < 2 ? entries.Count : PlaceAmong(name, entries.Names);

    /// <summary>Where a name belongs among others that are sorted until they show that they are not.</summary>
    public static int PlaceAmong(string name, IReadOnlyList<string> names)
    {
        StringComparer? order = Array.Find(Orders, order => IsSorted(names, order));
        return order is null ? names.Count : names.TakeWhile(other => order.Compare(other, name) < 0).Count();
    }

    /// <summary>The order that a list keeps; <see langword="null"/> for none.</summary>
    public static StringComparer? Of(EntryList entries) =>
        entries.Count < 2 ? null : Array.Find(Orders, order => IsSorted(entries.Names, order));

    private static bool IsSorted(IReadOnlyList<string> names, StringComparer order)
    {
        for (int i = 1; i < names.Count; i++)
        {
            if (order.Compare(names[i - 1], names[i]) >= 0)
                return false;
        }

        return true;
    }
}
