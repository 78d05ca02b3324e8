namespace Webstir.Sdk.Manifests;

/// <summary>One child of a JSON object or array, as byte offsets into the text.</summary>
/// <param name="From">First byte of the child: its name's opening quote in an object, its value in an array.</param>
/// <param name="NameEnd">End of the name, closing quote included; equals <paramref name="From"/> in an array.</param>
/// <param name="Start">First byte of the value.</param>
/// <param name="End">End of the value.</param>
internal readonly record struct Child(int From, int NameEnd, int Start, int End)
{
    /// <summary>A value that has no name: an array's child, or the root.</summary>
    public Child(int start, int end)
        : this(start, start, start, end)
    {
    }

    /// <summary>Just past the opening bracket of a container.</summary>
    public int InnerStart => Start + 1;

    /// <summary>The closing bracket of a container.</summary>
    public int InnerEnd => End - 1;

    /// <summary>What is between the brackets of a container.</summary>
    public Range Inside => InnerStart..InnerEnd;

    /// <summary>The child after the value of one that is inside of it grew.</summary>
    public Child WithGrown(int growth) => this with { End = End + growth };
}
