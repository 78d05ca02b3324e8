using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Sets of years, one bit each.</summary>
internal static class Years
{
    /// <summary>The set of some years, doubled instead of counted: a list may hold every year many times.</summary>
    public static BigInteger Of(ValueRange years)
    {
        int count = years.Count;
        if (count == 0)
            return BigInteger.Zero;
        BigInteger set = BigInteger.One;
        int size = 1;
        for (; size * 2 <= count; size *= 2)
            set |= set << (size * years.Step);
        set |= set << ((count - size) * years.Step);
        return set << years.First;
    }

    /// <summary>Years of a set in order, from 1 to 9999.</summary>
    public static List<int> Values(BigInteger bits)
    {
        var years = new List<int>();
        byte[] bytes = bits.ToByteArray(isUnsigned: true);
        for (int year = 1; year < bytes.Length * 8 && year <= DateTime.MaxValue.Year; year++)
        {
            if ((bytes[year / 8] & 1 << (year % 8)) != 0)
                years.Add(year);
        }

        return years;
    }
}
