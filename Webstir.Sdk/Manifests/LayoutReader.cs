namespace Webstir.Sdk.Manifests;

/// <summary>Reads layouts off a text: a new child looks like its nearest sibling, else like its parent's children.</summary>
internal static class LayoutReader
{
    private const string DefaultUnit = "  ";

    /// <summary>The layout of a container, as seen from the place where a child is to be inserted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="container">A container in it.</param>
    /// <param name="index">Where among the children the new one will stand.</param>
    /// <param name="parent">Layout of the surrounding container; <see langword="null"/> for the root.</param>
    public static Layout Read(ManifestText text, Container container, int index, Layout? parent) =>
        container.IsEmpty ? OfEmpty(text, container, parent) : OfChildren(text, container, index, parent);

    private static Layout OfChildren(ManifestText text, Container container, int index, Layout? parent)
    {
        IReadOnlyList<Child> children = container.Children;
        Child sibling = children[Math.Clamp(index - 1, 0, children.Count - 1)];
        bool isObject = sibling.NameEnd > sibling.From;
        string colon = isObject ? text.Slice(sibling.NameEnd, sibling.Start) : parent?.Colon ?? ": ";
        string open = Whitespace.Read(text.Slice(container.InnerStart, children[0].From)).ToString();
        string close = text.Slice(children[^1].End, container.InnerEnd);
        var layout = new Layout
        {
            Open = open,
            Between = "",
            Close = close,
            Colon = colon,
            Unit = Unit(text, container, open, close) ?? parent?.Unit ?? DefaultUnit,
            Padding = isObject && !IsBroken(open) ? open : parent?.Padding ?? (colon.EndsWith(' ') ? " " : ""),
        };
        return layout with { Between = Between(text, children, index) ?? "," + (IsBroken(open) ? open : layout.Blank) };
    }

    /// <summary>The text between the two children nearest to the place, less blank lines; <see langword="null"/> for an only child.</summary>
    private static string? Between(ManifestText text, IReadOnlyList<Child> children, int index)
    {
        if (children.Count < 2)
            return null;
        int after = Math.Clamp(index - 1, 1, children.Count - 1);
        string between = text.Slice(children[after - 1].End, children[after].From);
        int comma = between.IndexOf(',', StringComparison.Ordinal);
        return between[..(comma + 1)] + Whitespace.Read(between[(comma + 1)..]);
    }

    private static Layout OfEmpty(ManifestText text, Container container, Layout? parent)
    {
        string inside = text.Slice(container.InnerStart, container.InnerEnd);
        Whitespace white = Whitespace.Read(inside);
        Layout basis = parent ?? OfDocument(text);
        if (white.LineBreak.Length > 0)
        {
            string child = white + basis.Unit;
            return basis with { Open = child, Between = "," + child, Close = inside };
        }

        if (inside.Length > 0)
            return basis with { Open = inside, Between = "," + inside, Close = inside, Padding = inside };
        return parent?.Nested(text.Utf8[container.Start] == '[') ?? basis;
    }

    /// <summary>The layout of a root that has no children: npm's own, with the line break that ends the file.</summary>
    private static Layout OfDocument(ManifestText text)
    {
        string lineBreak = text.Utf8.EndsWith("\r\n"u8) ? "\r\n" : "\n";
        string child = lineBreak + DefaultUnit;
        return new Layout { Open = child, Between = "," + child, Close = lineBreak, Colon = ": ", Unit = DefaultUnit, Padding = " " };
    }

    /// <summary>How much deeper the children stand than their container; <see langword="null"/> when that cannot be seen.</summary>
    private static string? Unit(ManifestText text, Container container, string open, string close)
    {
        if (!IsBroken(open))
            return null;
        string outer = IsBroken(close) ? Whitespace.Read(close).Indentation : LineIndentation(text, container.Start);
        string inner = Whitespace.Read(open).Indentation;
        return inner.StartsWith(outer, StringComparison.Ordinal) ? inner[outer.Length..] : null;
    }

    private static string LineIndentation(ManifestText text, int offset)
    {
        int start = text.Utf8[..offset].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        int end = start;
        while (text.Utf8[end] is (byte)' ' or (byte)'\t')
            end++;
        return text.Slice(start, end);
    }

    private static bool IsBroken(string white) => Whitespace.Read(white).LineBreak.Length > 0;
}
