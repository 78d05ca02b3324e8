namespace Webstir.Sdk.Schedules;

/// <summary>A number or a word inside an item.</summary>
internal readonly record struct Atom
{
    /// <summary>Index of the first character, from 0.</summary>
    public short Start { get; init; }

    /// <summary>Characters; 0 when the item has no such part.</summary>
    public short Length { get; init; }

    /// <summary>The number, at most 18 digits of it; meaningless in a word.</summary>
    public long Number { get; init; }

    /// <summary>Month that the word abbreviates, 1 to 12; 0 for none.</summary>
    public byte Month { get; init; }

    /// <summary>Day of the week that the word abbreviates, 1 (Sunday) to 7; 0 for none.</summary>
    public byte Weekday { get; init; }

    public bool IsWord { get; init; }

    /// <summary>Whether a plus sign stands before the digits.</summary>
    public bool HasPlus { get; init; }

    public int End => Start + Length;
}

/// <summary>One item of a comma-separated list: its shape, its place and its parts.</summary>
internal record struct Item
{
    public Form Form { get; set; }

    /// <summary>Which field of the text it belongs to, from 0.</summary>
    public byte Ordinal { get; init; }

    /// <summary>Whether the field has no other item.</summary>
    public bool IsAlone { get; set; }

    public short Start { get; init; }

    public short Length { get; set; }

    public Atom Low { get; set; }

    public Atom High { get; set; }

    /// <summary>What follows <c>/</c>, <c>#</c> or <c>L-</c>.</summary>
    public Atom Step { get; set; }

    /// <summary>Where the shape breaks, from 0; only of a malformed item.</summary>
    public short Trouble { get; set; }

    public readonly int End => Start + Length;
}
