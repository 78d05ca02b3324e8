namespace Webstir.Sdk.Manifests;

/// <summary>The author's order: a list that was sorted by name stays sorted, any other grows at its end.</summary>
internal static class SortedOrder
{
    private static readonly StringComparer[] Orders = [StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase];

    /// <summary>Where an entry of this name belongs. One entry alone shows no order.</summary>
    public static int PlaceFor(string name, IReadOnlyList<Entry> entries)
    {
        StringComparer? order = entries.Count < 2 ? null : Array.Find(Orders, order => IsSorted(entries, order));
        return order is null ? entries.Count : entries.TakeWhile(entry => order.Compare(entry.Name, name) < 0).Count();
    }

    private static bool IsSorted(IReadOnlyList<Entry> entries, StringComparer order) =>
        entries.Zip(entries.Skip(1)).All(pair => order.Compare(pair.First.Name, pair.Second.Name) < 0);
}
