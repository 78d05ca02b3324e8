namespace Webstir.Sdk.Manifests;

/// <summary>How the children of one JSON container are laid out: the white space around them, as it stands in the text.</summary>
internal readonly record struct Layout
{
    /// <summary>White space between the opening bracket and the first child.</summary>
    public required string Open { get; init; }

    /// <summary>Text between two children, the comma included.</summary>
    public required string Between { get; init; }

    /// <summary>White space between the last child and the closing bracket.</summary>
    public required string Close { get; init; }

    /// <summary>Text between a name and its value, the colon included.</summary>
    public required string Colon { get; init; }

    /// <summary>What one more level of nesting adds to the indentation.</summary>
    public required string Unit { get; init; }

    /// <summary>White space just inside the braces of an object that stands on one line.</summary>
    public required string Padding { get; init; }

    /// <summary>The layout of a container that is created inside this one.</summary>
    public Layout Nested(bool isArray)
    {
        Whitespace open = Whitespace.Read(Open);
        if (open.LineBreak.IsEmpty)
        {
            string padding = isArray ? "" : Padding;
            return this with { Open = padding, Close = padding, Between = "," + Blank(Colon) };
        }

        string child = string.Concat(open.LineBreak, open.Indentation, Unit);
        return this with { Open = child, Close = open.ToString(), Between = "," + child };
    }

    /// <summary>A blank, where the text puts one after a colon.</summary>
    public static string Blank(string colon) => colon.EndsWith(' ') ? " " : "";
}
