using System.Text;

namespace Webstir.Sdk.Manifests;

/// <summary>Edits that change one child of a container and nothing around it.</summary>
internal static class ContainerEdit
{
    /// <summary>One insertion: the child, and what divides it from its siblings or brackets.</summary>
    public static TextEdit Insert(ReadOnlySpan<byte> utf8, Child container, Neighbours place, ReadOnlySpan<byte> child, Layout layout) =>
        place.IsEmpty ? InsertOnly(utf8, container, child, layout) : InsertBeside(place, child, layout.Between);

    /// <summary>As <see cref="Insert"/>, into a container that has children.</summary>
    public static TextEdit InsertBeside(Neighbours place, ReadOnlySpan<byte> child, Divider between) => place.IsFirst
        ? new TextEdit(place.Sibling.From, 0, [.. child, .. between.Comma, .. between.Gap])
        : new TextEdit(place.Sibling.End, 0, [.. between.Comma, .. between.Gap, .. child]);

    /// <summary>The reverse of <see cref="Insert"/>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="children">Its children.</param>
    /// <param name="index">Which child goes.</param>
    /// <param name="inside">What remains between the brackets when it was the only one.</param>
    public static TextEdit Remove(Child container, ReadOnlySpan<Child> children, int index, string inside)
    {
        return children.Length == 1
            ? Replace(container.InnerStart, container.InnerEnd, Encoding.UTF8.GetBytes(inside))
            : RemoveBeside(children[index == 0 ? 1 : index - 1], children[index]);
    }

    /// <summary>The reverse of <see cref="InsertBeside"/>.</summary>
    /// <param name="sibling">The child before, or the one after the first.</param>
    /// <param name="child">Which child goes.</param>
    public static TextEdit RemoveBeside(Child sibling, Child child) => sibling.Start < child.Start
        ? Replace(sibling.End, child.End, [])
        : Replace(child.From, sibling.From, []);

    /// <summary>Other content for a range.</summary>
    public static TextEdit Replace(int start, int end, ReadOnlySpan<byte> content) => new(start, end - start, [.. content]);

    /// <summary>Into a container without children: white space that it already has is kept, as its opening or its closing.</summary>
    private static TextEdit InsertOnly(ReadOnlySpan<byte> utf8, Child container, ReadOnlySpan<byte> child, Layout layout)
    {
        ReadOnlySpan<byte> inside = utf8[container.Inside];
        if (inside.IsEmpty)
            return new TextEdit(container.InnerStart, 0, [.. layout.Open, .. child, .. layout.Close]);
        return inside.SequenceEqual(layout.Close) && !inside.SequenceEqual(layout.Open)
            ? new TextEdit(container.InnerStart, 0, [.. layout.Open, .. child])
            : new TextEdit(container.InnerEnd, 0, [.. child, .. layout.Close]);
    }
}
