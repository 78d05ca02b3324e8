namespace Webstir.Sdk.Manifests;

/// <summary>Reads a layout off a text: a new child looks like its nearest sibling, else like its parent's children.</summary>
internal readonly ref struct LayoutReader
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly ReadOnlySpan<Child> _path;
    private readonly Neighbours _place;

    private LayoutReader(ReadOnlySpan<byte> utf8, ReadOnlySpan<Child> path, Neighbours place)
    {
        _utf8 = utf8;
        _path = path;
        _place = place;
        if (place.IsEmpty)
            return;
        Opening = new Whitespace(Inside[..Inside.IndexOfAnyExcept(JsonText.Blanks)]);
        Closing = new Whitespace(Inside[(Inside.LastIndexOfAnyExcept(JsonText.Blanks) + 1)..]);
    }

    private static ReadOnlySpan<byte> DefaultUnit => "  "u8;

    private Child Container => _path[^1];

    private bool IsObject => _utf8[Container.Start] == '{';

    private bool IsOutermost => _path.Length == 1;

    /// <summary>Asked for nothing but what the container itself does not tell.</summary>
    private LayoutReader Parent => new(_utf8, _path[..^1], new Neighbours { Sibling = Container });

    private ReadOnlySpan<byte> Inside => _utf8[Container.Inside];

    /// <summary>White space between the opening bracket and the first child.</summary>
    private Whitespace Opening { get; }

    /// <summary>White space between the last child and the closing bracket.</summary>
    private Whitespace Closing { get; }

    /// <summary>The text between the two children nearest to the place, less blank lines; for an only child, what opens the container.</summary>
    private Divider Between
    {
        get
        {
            ReadOnlySpan<byte> divider = _utf8[_place.Divider];
            if (divider.IsEmpty)
                return new Divider(","u8, Opening.IsBroken ? Opening.Compact : Layout.Blank(Colon));
            int comma = divider.IndexOf((byte)',') + 1;
            return new Divider(divider[..comma], new Whitespace(divider[comma..]).Compact);
        }
    }

    private ReadOnlySpan<byte> Colon =>
        IsObject ? _utf8[_place.Sibling.NameEnd.._place.Sibling.Start] : IsOutermost ? ": "u8 : Parent.Colon;

    /// <summary>How much deeper the children stand than their container.</summary>
    private ReadOnlySpan<byte> Unit =>
        Opening.IsBroken && Opening.Indentation.StartsWith(OuterIndentation) ? Opening.Indentation[OuterIndentation.Length..]
        : IsOutermost ? DefaultUnit
        : Parent.Unit;

    private ReadOnlySpan<byte> Padding =>
        IsObject && !Opening.IsBroken ? Opening.Run
        : IsOutermost ? Layout.Blank(Colon)
        : Parent.Padding;

    private ReadOnlySpan<byte> OuterIndentation => Closing.IsBroken ? Closing.Indentation : LineIndentation;

    /// <summary>Indentation of the line on which the container opens.</summary>
    private ReadOnlySpan<byte> LineIndentation
    {
        get
        {
            ReadOnlySpan<byte> line = _utf8[(_utf8[..Container.Start].LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
            return line[..line.IndexOfAnyExcept((byte)' ', (byte)'\t')];
        }
    }

    /// <summary>The layout of a container, as seen from the place where a child is to be inserted.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="path">The containers around the place, outermost first: what the innermost does not tell is read off those around it.</param>
    /// <param name="place">Where among the children the new one will stand.</param>
    public static Layout Read(ReadOnlySpan<byte> utf8, ReadOnlySpan<Child> path, Neighbours place)
    {
        var reader = new LayoutReader(utf8, path, place);
        return place.IsEmpty ? reader.OfEmpty() : reader.OfChildren();
    }

    /// <summary>What divides a new child from its sibling, in a container that has children.</summary>
    /// <inheritdoc cref="Read"/>
    public static Divider ReadBetween(ReadOnlySpan<byte> utf8, ReadOnlySpan<Child> path, Neighbours place) => new LayoutReader(utf8, path, place).Between;

    private Layout OfChildren() => new()
    {
        Open = Opening.Compact,
        Between = Between,
        Close = Closing.Run,
        Colon = Colon,
        Unit = Unit,
        Padding = Padding,
    };

    private Layout OfEmpty()
    {
        var white = new Whitespace(Inside);
        Layout basis = IsOutermost ? OfDocument() : Parent.OfChildren();
        if (white.IsBroken)
        {
            byte[] child = [.. white.Compact, .. basis.Unit];
            return basis with { Open = child, Between = new Divider(","u8, child), Close = Inside };
        }

        if (!Inside.IsEmpty)
            return basis with { Open = Inside, Between = new Divider(","u8, Inside), Close = Inside, Padding = Inside };
        return IsOutermost ? basis : basis.Nested(_utf8[Container.Start] == '[');
    }

    /// <summary>The layout of a root that has no children: npm's own, with the line break that ends the file.</summary>
    private Layout OfDocument()
    {
        ReadOnlySpan<byte> lineBreak = _utf8.EndsWith("\r\n"u8) ? "\r\n"u8 : "\n"u8;
        byte[] child = [.. lineBreak, .. DefaultUnit];
        return new Layout { Open = child, Between = new Divider(","u8, child), Close = lineBreak, Colon = ": "u8, Unit = DefaultUnit, Padding = " "u8 };
    }
}
