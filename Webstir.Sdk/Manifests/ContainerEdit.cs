using System.Collections.Immutable;

namespace Webstir.Sdk.Manifests;

/// <summary>Edits that change one child of a container and nothing around it.</summary>
internal static class ContainerEdit
{
    /// <summary>One insertion: the child, and what divides it from its siblings or brackets.</summary>
    public static TextEdit Insert(ManifestText text, Container container, int index, string child, Layout layout) =>
        container.IsEmpty ? InsertOnly(text, container, child, layout) : InsertBeside(container, index, child, layout.Between);

    /// <summary>As <see cref="Insert"/>, into a container that has children.</summary>
    public static TextEdit InsertBeside(Container container, int index, string child, string between) => index == 0
        ? new TextEdit(container.Children[0].From, 0, child + between)
        : new TextEdit(container.Children[index - 1].End, 0, between + child);

    /// <summary>The reverse of <see cref="Insert"/>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="index">Which child goes.</param>
    /// <param name="inside">What remains between the brackets when it was the only one.</param>
    public static TextEdit Remove(Container container, int index, string inside)
    {
        ImmutableArray<Child> children = container.Children;
        if (children.Length == 1)
            return Replace(container.InnerStart, container.InnerEnd, inside);
        return index == 0
            ? Replace(children[0].From, children[1].From, "")
            : Replace(children[index - 1].End, children[index].End, "");
    }

    /// <summary>Other content for a range.</summary>
    public static TextEdit Replace(int start, int end, string content) => new(start, end - start, content);

    /// <summary>As <see cref="Insert"/>, into an empty container: white space that it already has is kept, as its opening or its closing.</summary>
    public static TextEdit InsertOnly(ManifestText text, Container container, string child, Layout layout)
    {
        string inside = text.Slice(container.InnerStart, container.InnerEnd);
        if (inside.Length == 0)
            return new TextEdit(container.InnerStart, 0, layout.Open + child + layout.Close);
        return inside == layout.Close && inside != layout.Open
            ? new TextEdit(container.InnerStart, 0, layout.Open + child)
            : new TextEdit(container.InnerEnd, 0, child + layout.Close);
    }
}
