using System.Numerics;

namespace Webstir.Sdk.Schedules;

/// <summary>Writes the fields of a pattern in the spelling that most schedulers share.</summary>
internal static class FieldWriter
{
    /// <summary>A field of plain values: <c>*</c>, <c>*/15</c>, <c>1-5</c>, <c>5-59/15</c> or a list.</summary>
    /// <param name="bits">The values.</param>
    /// <param name="min">Smallest value of the field.</param>
    /// <param name="max">Largest value of the field.</param>
    /// <param name="avoidStar">Whether a star with a step is to be spelled out: some schedulers take it for no restriction.</param>
    public static string Write(ulong bits, int min, int max, bool avoidStar = false)
    {
        if (BitOperations.PopCount(bits) == max - min + 1)
            return "*";
        if (BitOperations.IsPow2(bits))
            return SetText.Number(BitOperations.TrailingZeroCount(bits));
        List<int> values = SetText.Values(bits);
        int step = SetText.Step(values, max + 1);
        if (step == 0)
            return Ranges(values, SetText.Number);
        string range = values[0] == min && !avoidStar ? "*" : $"{SetText.Number(values[0])}-{SetText.Number(max)}";
        return $"{range}/{SetText.Number(step)}";
    }

    /// <summary>The field for the day of the month.</summary>
    public static string WriteDay(Recurrence recurrence)
    {
        if (!recurrence.HasSpecials)
            return Write(recurrence.Days, 1, 31, avoidStar: !recurrence.IsEveryWeekday);
        var parts = new List<string>();
        if (recurrence.Days != 0)
            parts.Add(Write(recurrence.Days, 1, 31, avoidStar: !recurrence.IsEveryWeekday));
        parts.AddRange(SetText.Values(recurrence.DaysFromEnd).Select(FromEnd));
        parts.AddRange(SetText.Values(recurrence.WorkdaysFromEnd).Select(offset => offset == 0 ? "LW" : FromEnd(offset) + "W"));
        parts.AddRange(SetText.Values(recurrence.DaysBeforeLastWorkday).Select(offset => "LW-" + SetText.Number(offset)));
        parts.AddRange(SetText.Values(recurrence.NearestWorkdays).Select(day => SetText.Number(day) + "W"));
        return string.Join(',', parts);
    }

    /// <summary>The field for the day of the week, in names: numbers do not mean the same everywhere.</summary>
    public static string WriteWeekday(Recurrence recurrence)
    {
        if (recurrence.IsEveryWeekday)
            return "*";
        var parts = new List<string>();
        if (recurrence.Weekdays != 0)
            parts.Add(Ranges(SetText.Values((ulong)recurrence.Weekdays), Name));
        parts.AddRange(SetText.Values(recurrence.NthWeekdays).Select(bit => $"{Name(bit / 5)}#{SetText.Number((bit % 5) + 1)}"));
        parts.AddRange(SetText.Values((ulong)recurrence.LastWeekdays).Select(day => Name(day) + "L"));
        return string.Join(',', parts);
    }

    /// <summary>The field for the year.</summary>
    public static string WriteYear(Recurrence recurrence) => recurrence.Years is { } bits
        ? Ranges(Years.Values(bits), SetText.Number)
        : "*";

    private static string Name(int weekday) => Names.Short(Names.Weekday(weekday));

    private static string FromEnd(int offset) => offset == 0 ? "L" : "L-" + SetText.Number(offset);

    private static string Ranges(List<int> values, Func<int, string> name) => string.Join(',', SetText.Runs(values, name, "-"));
}
