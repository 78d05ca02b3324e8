using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Some rows of <see cref="Dialects.All"/>, one bit each: to ask about them allocates nothing.</summary>
internal readonly record struct RowSet(int Bits)
{
    public static RowSet Of(int[] rows)
    {
        int bits = 0;
        foreach (int row in rows)
            bits |= 1 << row;
        return new RowSet(bits);
    }

    public bool IsEmpty => Bits == 0;

    public bool Contains(int row) => (Bits & 1 << row) != 0;

    public RowSet And(RowSet other) => new(Bits & other.Bits);

    public RowSet Except(RowSet other) => new(Bits & ~other.Bits);

    /// <summary>Names of the dialects for a sentence.</summary>
    public string Names()
    {
        var names = new List<string>(BitOperations.PopCount((uint)Bits));
        for (int row = 0; row < Dialects.All.Length; row++)
        {
            if (Contains(row))
                names.Add(Dialects.All[row].Name);
        }

        return SetText.Join(names, "and");
    }
}
