namespace Webstir.Sdk.Manifests;

/// <summary>The children of a container that are nearest to a place in it.</summary>
/// <param name="IsFirst">Whether the place is before all children.</param>
/// <param name="Sibling">The child before the place, else the first one; <see langword="default"/> when there are no children.</param>
/// <param name="Divider">What stands between the two nearest children; empty beside an only child.</param>
internal readonly record struct Neighbours(bool IsFirst, Child Sibling, Range Divider)
{
    /// <summary>Index of the place after all children.</summary>
    public const int Last = int.MaxValue;

    /// <summary>Whether the container has no children.</summary>
    public bool IsEmpty => Sibling == default;

    /// <summary>In the job list, which has entries.</summary>
    public static Neighbours Of(EntryList entries, int index)
    {
        int second = Math.Max(index - 1, 1);
        Range divider = second < entries.Count ? entries[second - 1].End..entries[second].Start : default;
        return new Neighbours(index == 0, entries[Math.Max(index - 1, 0)].Child, divider);
    }

    /// <summary>In the container that opens at an offset.</summary>
    public static Neighbours Read(ReadOnlySpan<byte> utf8, int start, int index)
    {
        var reader = new ContainerReader(utf8, start);
        if (!reader.Read())
            return default;

        Child sibling = reader.Current;
        Range divider = default;
        for (int i = 1; i <= Math.Max(index - 1, 1) && reader.Read(); i++)
        {
            divider = sibling.End..reader.Current.From;
            if (i < index)
                sibling = reader.Current;
        }

        return new Neighbours(index == 0, sibling, divider);
    }
}
