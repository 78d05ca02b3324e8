namespace Webstir.Sdk.Manifests;

/// <summary>How the children of one JSON container are laid out: the white space around them, as it stands in the text.</summary>
internal readonly ref struct Layout
{
    /// <summary>White space between the opening bracket and the first child.</summary>
    public required ReadOnlySpan<byte> Open { get; init; }

    /// <summary>Text between two children.</summary>
    public required Divider Between { get; init; }

    /// <summary>White space between the last child and the closing bracket.</summary>
    public required ReadOnlySpan<byte> Close { get; init; }

    /// <summary>Text between a name and its value, the colon included.</summary>
    public required ReadOnlySpan<byte> Colon { get; init; }

    /// <summary>What one more level of nesting adds to the indentation.</summary>
    public required ReadOnlySpan<byte> Unit { get; init; }

    /// <summary>White space just inside the braces of an object that stands on one line.</summary>
    public required ReadOnlySpan<byte> Padding { get; init; }

    /// <summary>The layout of a container that is created inside this one.</summary>
    public Layout Nested(bool isArray)
    {
        var open = new Whitespace(Open);
        if (!open.IsBroken)
        {
            ReadOnlySpan<byte> padding = isArray ? [] : Padding;
            return this with { Open = padding, Close = padding, Between = new Divider(","u8, Blank(Colon)) };
        }

        byte[] child = [.. open.LineBreak, .. open.Indentation, .. Unit];
        return this with { Open = child, Close = open.Compact, Between = new Divider(","u8, child) };
    }

    /// <summary>A blank, where the text puts one after a colon.</summary>
    public static ReadOnlySpan<byte> Blank(ReadOnlySpan<byte> colon) => colon.EndsWith(" "u8) ? " "u8 : [];
}

/// <summary>What divides two children of a container.</summary>
/// <param name="comma">The comma, and white space before it.</param>
/// <param name="gap">White space after it.</param>
internal readonly ref struct Divider(ReadOnlySpan<byte> comma, ReadOnlySpan<byte> gap)
{
    public ReadOnlySpan<byte> Comma { get; } = comma;

    public ReadOnlySpan<byte> Gap { get; } = gap;
}
