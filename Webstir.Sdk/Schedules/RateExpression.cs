using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>rate(5 minutes)</c>: a number, one blank, a unit.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based</remarks>
internal static class RateExpression
{
    private const string Word = "rate";

    /// <summary>Longest rate, 68 years: a whole number of seconds in 32 bits, whatever its unit.</summary>
    private const long MaxSeconds = int.MaxValue;

    private static readonly string[] Units = ["second", "minute", "hour", "day"];

    /// <summary>The first fault; none when the dialect accepts the rate.</summary>
    public static Fault Check(ReadOnlySpan<char> text, Dialect dialect)
    {
        Fault frame = Wrapper.Check(text, Word);
        // What stands between the parentheses tells more than that one is missing.
        if (frame.Kind is not (FaultKind.None or FaultKind.Unclosed or FaultKind.Surplus))
            return frame;
        Parts parts = Split(text);
        Fault fault = CheckNumber(text, parts);
        if (fault.IsNone)
            fault = CheckGap(text, parts);
        if (fault.IsNone)
            fault = CheckUnit(text, parts, dialect);
        return fault.IsNone ? frame : fault;
    }

    /// <summary>Time between two runs; <see langword="null"/> when the text is no rate.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> text)
    {
        if (!Wrapper.Check(text, Word).IsNone)
            return null;
        Parts parts = Split(text);
        int unit = FindUnit(text[parts.Unit]);
        bool isRate = unit >= 0 && CheckNumber(text, parts).IsNone && CheckGap(text, parts).IsNone;
        long seconds = isRate ? Number(text[parts.Number]) * Seconds(unit) : 0;
        return seconds is > 0 and <= MaxSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The rate as every scheduler with rates takes it: singular for 1, plural otherwise.</summary>
    /// <returns><see langword="null"/> for one that is too long.</returns>
    public static string? Write(TimeSpan interval)
    {
        long seconds = (long)interval.TotalSeconds;
        if (seconds is < 1 or > MaxSeconds || interval.Ticks % TimeSpan.TicksPerSecond != 0)
            return null;
        int unit = Units.Length - 1;
        while (seconds % Seconds(unit) != 0)
            unit--;
        long number = seconds / Seconds(unit);
        return string.Create(CultureInfo.InvariantCulture, $"rate({number} {Units[unit]}{(number == 1 ? "" : "s")})");
    }

    private static Fault CheckNumber(ReadOnlySpan<char> text, Parts parts)
    {
        ReadOnlySpan<char> number = text[parts.Number];
        bool isNumber = !number.IsEmpty && !number.ContainsAnyExceptInRange('0', '9') && Number(number) is > 0 and <= MaxSeconds;
        return isNumber ? default : At(FaultKind.RateNumber, parts.Number);
    }

    private static Fault CheckGap(ReadOnlySpan<char> text, Parts parts)
    {
        ReadOnlySpan<char> unit = text[parts.Unit];
        if (text[parts.Gap].IsEmpty)
            return unit.IsEmpty ? At(FaultKind.RateUnit, parts.Unit) : At(FaultKind.RateGap, parts.Number.Start..parts.Unit.End);
        if (text[parts.Gap] is not " ")
            return new Fault(FaultKind.Blank, parts.Gap.Start.Value + (text[parts.Gap][0] == ' ' ? 1 : 0), 1);
        return unit.IndexOf(' ') is >= 0 and int blank ? new Fault(FaultKind.Blank, parts.Unit.Start.Value + blank, 1) : default;
    }

    private static Fault CheckUnit(ReadOnlySpan<char> text, Parts parts, Dialect dialect)
    {
        bool isLoose = dialect.Has(Extras.LooseRate);
        ReadOnlySpan<char> word = text[parts.Unit];
        long number = Number(text[parts.Number]);
        int unit = FindUnit(word);
        if (unit < (isLoose ? 0 : 1) || word.ContainsAnyInRange('A', 'Z'))
            return At(FaultKind.RateUnit, parts.Unit);
        if (number * Seconds(unit) > MaxSeconds)
            return At(FaultKind.LongRate, parts.Number.Start..parts.Unit.End);
        return isLoose || word.EndsWith('s') == (number != 1) ? default : At(FaultKind.RateNumerus, parts.Unit);
    }

    private static Fault At(FaultKind kind, Range place) => new(kind, place.Start.Value, place.End.Value - place.Start.Value);

    private static long Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : long.MaxValue;

    private static long Seconds(int unit) => unit switch { 0 => 1, 1 => 60, 2 => 3600, _ => 86400 };

    /// <summary>The number runs up to the first letter or blank, the unit to the parenthesis.</summary>
    private static Parts Split(ReadOnlySpan<char> text)
    {
        int start = Word.Length + 1;
        int close = text.LastIndexOf(')');
        int end = close < 0 ? text.Length : close;
        int number = start;
        while (number < end && !char.IsLetter(text[number]) && !char.IsWhiteSpace(text[number]))
            number++;
        int unit = number;
        while (unit < end && char.IsWhiteSpace(text[unit]))
            unit++;
        return new Parts(start..number, number..unit, unit..end);
    }

    private static int FindUnit(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> stem = word.EndsWith('s') || word.EndsWith('S') ? word[..^1] : word;
        for (int i = 0; i < Units.Length; i++)
        {
            if (stem.Equals(Units[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private readonly record struct Parts(Range Number, Range Gap, Range Unit);
}
