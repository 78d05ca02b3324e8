using System.Collections.Immutable;
using System.Text;

namespace Webstir.Sdk.Manifests;

/// <summary>Reads a layout off a text: a new child looks like its nearest sibling, else like its parent's children.</summary>
internal readonly ref struct LayoutReader
{
    private const string DefaultUnit = "  ";

    private readonly ManifestText _text;
    private readonly ReadOnlySpan<Container> _path;
    private readonly int _index;

    private LayoutReader(ManifestText text, ReadOnlySpan<Container> path, int index)
    {
        _text = text;
        _path = path;
        _index = index;
    }

    private Container Container => _path[^1];

    private ImmutableArray<Child> Children => Container.Children;

    private Child Sibling => Children[Math.Clamp(_index - 1, 0, Children.Length - 1)];

    private bool IsObject => Sibling.NameEnd > Sibling.From;

    private bool IsOutermost => _path.Length == 1;

    /// <summary>Asked for nothing but what the container itself does not tell.</summary>
    private LayoutReader Parent => new(_text, _path[..^1], _path[^2].IndexOf(Container.Start) + 1);

    /// <summary>White space between the opening bracket and the first child.</summary>
    private ReadOnlySpan<byte> Opening => _text.Utf8[Container.InnerStart..Children[0].From];

    /// <summary>White space between the last child and the closing bracket.</summary>
    private ReadOnlySpan<byte> Closing => _text.Utf8[Children[^1].End..Container.InnerEnd];

    private string Open => Whitespace.Read(Encoding.UTF8.GetString(Opening)).ToString();

    /// <summary>The text between the two children nearest to the place, less blank lines; for an only child, what opens the container.</summary>
    private string Between
    {
        get
        {
            if (Children.Length < 2)
                return "," + (IsBroken(Opening) ? Open : Layout.Blank(Colon));
            int after = Math.Clamp(_index - 1, 1, Children.Length - 1);
            string between = _text.Slice(Children[after - 1].End, Children[after].From);
            int comma = between.IndexOf(',', StringComparison.Ordinal);
            return between[..(comma + 1)] + Whitespace.Read(between[(comma + 1)..]).ToString();
        }
    }

    private string Colon =>
        IsObject ? _text.Slice(Sibling.NameEnd, Sibling.Start) : IsOutermost ? ": " : Parent.Colon;

    private string Unit => OwnUnit ?? (IsOutermost ? DefaultUnit : Parent.Unit);

    private string Padding =>
        IsObject && !IsBroken(Opening) ? Encoding.UTF8.GetString(Opening)
        : IsOutermost ? Layout.Blank(Colon)
        : Parent.Padding;

    /// <summary>How much deeper the children stand than their container; <see langword="null"/> when that cannot be seen.</summary>
    private string? OwnUnit
    {
        get
        {
            if (!IsBroken(Opening))
                return null;
            ReadOnlySpan<byte> outer = IsBroken(Closing) ? Indentation(Closing) : LineIndentation;
            ReadOnlySpan<byte> inner = Indentation(Opening);
            return inner.StartsWith(outer) ? Encoding.UTF8.GetString(inner[outer.Length..]) : null;
        }
    }

    /// <summary>Indentation of the line on which the container opens.</summary>
    private ReadOnlySpan<byte> LineIndentation
    {
        get
        {
            ReadOnlySpan<byte> line = _text.Utf8[(_text.Utf8[..Container.Start].LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
            return line[..line.IndexOfAnyExcept((byte)' ', (byte)'\t')];
        }
    }

    /// <summary>The layout of a container, as seen from the place where a child is to be inserted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The containers around the place, outermost first: what the innermost does not tell is read off those around it.</param>
    /// <param name="index">Where among the children the new one will stand.</param>
    public static Layout Read(ManifestText text, ReadOnlySpan<Container> path, int index)
    {
        var reader = new LayoutReader(text, path, index);
        return reader.Container.IsEmpty ? reader.OfEmpty() : reader.OfChildren();
    }

    /// <summary>What divides a new child from its sibling, in a container that has children.</summary>
    /// <inheritdoc cref="Read"/>
    public static string ReadBetween(ManifestText text, ReadOnlySpan<Container> path, int index) => new LayoutReader(text, path, index).Between;

    private Layout OfChildren() => new()
    {
        Open = Open,
        Between = Between,
        Close = Encoding.UTF8.GetString(Closing),
        Colon = Colon,
        Unit = Unit,
        Padding = Padding,
    };

    private Layout OfEmpty()
    {
        string inside = _text.Slice(Container.InnerStart, Container.InnerEnd);
        Whitespace white = Whitespace.Read(inside);
        Layout basis = IsOutermost ? OfDocument() : Parent.OfChildren();
        if (!white.LineBreak.IsEmpty)
        {
            string child = white.ToString() + basis.Unit;
            return basis with { Open = child, Between = "," + child, Close = inside };
        }

        if (inside.Length > 0)
            return basis with { Open = inside, Between = "," + inside, Close = inside, Padding = inside };
        return IsOutermost ? basis : basis.Nested(_text.Utf8[Container.Start] == '[');
    }

    /// <summary>The layout of a root that has no children: npm's own, with the line break that ends the file.</summary>
    private Layout OfDocument()
    {
        string lineBreak = _text.Utf8.EndsWith("\r\n"u8) ? "\r\n" : "\n";
        string child = lineBreak + DefaultUnit;
        return new Layout { Open = child, Between = "," + child, Close = lineBreak, Colon = ": ", Unit = DefaultUnit, Padding = " " };
    }

    private static bool IsBroken(ReadOnlySpan<byte> white) => white.ContainsAny((byte)'\r', (byte)'\n');

    private static ReadOnlySpan<byte> Indentation(ReadOnlySpan<byte> white) => white[(white.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..];
}
