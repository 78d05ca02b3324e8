using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Webstir.Sdk.Schedules;

/// <summary>Sets of values in words.</summary>
internal static class SetText
{
    /// <summary>From so many values on, a step says more than a list.</summary>
    private const int ManySteps = 5;

    /// <summary>Values of a set in order.</summary>
    public static List<int> Values(ulong bits)
    {
        var values = new List<int>(BitOperations.PopCount(bits));
        for (; bits != 0; bits &= bits - 1)
            values.Add(BitOperations.TrailingZeroCount(bits));
        return values;
    }

    /// <summary><c>hour 9</c>, <c>hours 9 through 17</c>, <c>every 7th minute from 0 through 56</c>.</summary>
    public static string Named(string unit, IReadOnlyList<int> values) => Stepped(unit, values, Number)
        ?? $"{unit}{(values.Count == 1 ? "" : "s")} {List(values, Number)}";

    /// <summary><c>every 2nd month from January through November</c>; <see langword="null"/> for values that a list says better.</summary>
    public static string? Stepped(string unit, IReadOnlyList<int> values, Func<int, string> name) =>
        values.Count >= ManySteps && Step(values, 0) is > 1 and int step
            ? $"every {Ordinal(step)} {unit} from {name(values[0])} through {name(values[^1])}"
            : null;

    /// <summary><c>1, 3 and 5</c>, <c>9 through 17</c>.</summary>
    public static string List(IReadOnlyList<int> values, Func<int, string> name) => Join(Runs(values, name, " through "), "and");

    /// <summary>Values in order; three or more in a row as the first and the last of them.</summary>
    public static List<string> Runs(IReadOnlyList<int> values, Func<int, string> name, string to)
    {
        var parts = new List<string>();
        for (int i = 0; i < values.Count;)
        {
            int end = i;
            while (end + 1 < values.Count && values[end + 1] == values[end] + 1)
                end++;
            bool isRun = end - i >= 2;
            parts.Add(isRun ? name(values[i]) + to + name(values[end]) : name(values[i]));
            i = isRun ? end + 1 : i + 1;
        }

        return parts;
    }

    /// <summary><c>1st</c>, <c>2nd</c>, <c>3rd</c>, <c>11th</c>.</summary>
    public static string Ordinal(int number) => Number(number) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    /// <summary><c>a, b and c</c></summary>
    public static string Join(IReadOnlyList<string> parts, string word)
    {
        if (parts.Count == 1)
            return parts[0];
        // A pooled buffer: the list goes into a sentence, and is not kept.
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        for (int i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                text.AppendLiteral(i < parts.Count - 1 ? ", " : $" {word} ");
            text.AppendLiteral(parts[i]);
        }

        return text.ToStringAndClear();
    }

    /// <summary>Distance between three or more values when it is the same all along and above 1, else 0.</summary>
    /// <param name="values">The values.</param>
    /// <param name="end">One more than the largest value there could be, to ask for steps up to the very end; 0 not to.</param>
    public static int Step(IReadOnlyList<int> values, int end)
    {
        int step = values.Count > 2 ? values[1] - values[0] : 0;
        for (int i = 2; i < values.Count; i++)
        {
            if (values[i] - values[i - 1] != step)
                return 0;
        }

        return step > 1 && values[^1] + step >= end ? step : 0;
    }

    /// <summary>A number as everybody writes it.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
