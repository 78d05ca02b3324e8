using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>rate(5 minutes)</c>: a number, one blank, a unit.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based</remarks>
internal static class RateExpression
{
    private static readonly string[] Units = ["second", "minute", "hour", "day"];

    /// <summary>The first fault; none when the dialect accepts the rate.</summary>
    public static Fault Check(ReadOnlySpan<char> text, Dialect dialect)
    {
        if (!TryRead(text, out Parts parts))
            return new Fault(FaultKind.Malformed, 0, text.Length);
        if (parts.Number is < 1 or > int.MaxValue / 86400)
            return new Fault(FaultKind.Rate, parts.NumberStart, parts.UnitStart - 1 - parts.NumberStart);
        ReadOnlySpan<char> unit = text[parts.UnitStart..parts.UnitEnd];
        bool isKnown = parts.Unit >= (dialect.Has(Extras.LooseRate) ? 0 : 1) && !unit.ContainsAnyInRange('A', 'Z');
        bool agrees = dialect.Has(Extras.LooseRate) || unit.EndsWith('s') == (parts.Number != 1);
        return isKnown && agrees ? default : new Fault(FaultKind.Rate, parts.UnitStart, unit.Length);
    }

    /// <summary>Time between two runs; <see langword="null"/> when the text is no rate.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> text) =>
        TryRead(text, out Parts parts) && parts.Unit >= 0 && parts.Number is >= 1 and <= int.MaxValue / 86400
            ? TimeSpan.FromSeconds(parts.Number * Seconds(parts.Unit))
            : null;

    /// <summary>The rate as every scheduler with rates takes it: singular for 1, plural otherwise.</summary>
    public static string Write(TimeSpan interval)
    {
        long seconds = (long)interval.TotalSeconds;
        int unit = Units.Length - 1;
        while (seconds % Seconds(unit) != 0)
            unit--;
        long number = seconds / Seconds(unit);
        return string.Create(CultureInfo.InvariantCulture, $"rate({number} {Units[unit]}{(number == 1 ? "" : "s")})");
    }

    private static long Seconds(int unit) => unit switch { 0 => 1, 1 => 60, 2 => 3600, _ => 86400 };

    private static bool TryRead(ReadOnlySpan<char> text, out Parts parts)
    {
        parts = default;
        int end = text.Length - 1;
        if (!text.StartsWith("rate(") || !text.EndsWith(')'))
            return false;
        int space = text.IndexOf(' ');
        if (space < 0 || text[5..space].ContainsAnyExceptInRange('0', '9') || text[(space + 1)..end].Contains(' '))
            return false;
        bool isNumber = long.TryParse(text[5..space], NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        parts = new Parts(5, number, space + 1, end, FindUnit(text[(space + 1)..end]));
        return isNumber;
    }

    private static int FindUnit(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < Units.Length; i++)
        {
            ReadOnlySpan<char> stem = word.EndsWith('s') || word.EndsWith('S') ? word[..^1] : word;
            if (stem.Equals(Units[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private readonly record struct Parts(int NumberStart, long Number, int UnitStart, int UnitEnd, int Unit);
}
