using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Sets of years, one bit each.</summary>
internal static class Years
{
    /// <summary>The set of some years.</summary>
    public static BigInteger Of(ValueRange years)
    {
        byte[] bytes = new byte[(DateTime.MaxValue.Year / 8) + 1];
        foreach (int year in years)
            bytes[year / 8] |= (byte)(1 << (year % 8));
        return new BigInteger(bytes, isUnsigned: true);
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
