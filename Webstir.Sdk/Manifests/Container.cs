using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Webstir.Sdk.Manifests;

/// <summary>One child of a JSON object or array, as byte offsets into the text.</summary>
/// <param name="From">First byte of the child: its name's opening quote in an object, its value in an array.</param>
/// <param name="NameEnd">End of the name, closing quote included; equals <paramref name="From"/> in an array.</param>
/// <param name="Start">First byte of the value.</param>
/// <param name="End">End of the value.</param>
internal readonly record struct Child(int From, int NameEnd, int Start, int End);

/// <summary>A JSON object or array with its direct children, as byte offsets into the text.</summary>
/// <param name="Start">The opening bracket.</param>
/// <param name="End">Just past the closing bracket.</param>
/// <param name="Children">Children in the order of the text.</param>
internal readonly record struct Container(int Start, int End, ImmutableArray<Child> Children)
{
    public int InnerStart => Start + 1;

    public int InnerEnd => End - 1;

    public bool IsEmpty => Children.IsEmpty;

    /// <summary>The container after the value of one child grew.</summary>
    public Container WithGrown(int valueStart, int growth)
    {
        int index = IndexOf(valueStart);
        var children = new Child[Children.Length];
        for (int i = 0; i < children.Length; i++)
        {
            Child child = Children[i];
            children[i] = i < index ? child
                : i == index ? child with { End = child.End + growth }
                : new Child(child.From + growth, child.NameEnd + growth, child.Start + growth, child.End + growth);
        }

        return new Container(Start, End + growth, ImmutableCollectionsMarshal.AsImmutableArray(children));
    }

    /// <summary>Position of the child whose value starts at an offset.</summary>
    public int IndexOf(int valueStart)
    {
        for (int i = 0; i < Children.Length; i++)
        {
            if (Children[i].Start == valueStart)
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(valueStart), valueStart, "No child starts there.");
    }
}
