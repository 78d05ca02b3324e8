using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>at(2027-01-01T00:00:00)</c>: one wall-clock time.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time</remarks>
internal static class AtExpression
{
    private const string Word = "at";
    private const string Format = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Spellings that leave no doubt which time is meant.</summary>
    private static readonly string[] Near = [Format, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"];

    /// <summary>The first fault; none when the time is well written.</summary>
    public static Fault Check(ReadOnlySpan<char> text)
    {
        Fault frame = Wrapper.Check(text, Word);
        if (!frame.IsNone)
            return frame;
        Range inside = Wrapper.Inside(text, Word);
        return Parse(text[inside], Format) is null ? new Fault(FaultKind.Time, inside.Start.Value, text[inside].Length) : default;
    }

    public static DateTime? Read(ReadOnlySpan<char> text) =>
        Wrapper.Check(text, Word).IsNone ? Parse(text[Wrapper.Inside(text, Word)], Format) : null;

    /// <summary>The time as it is taken; <see langword="null"/> when it is not certain.</summary>
    public static string? Repair(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return trimmed.StartsWith(Word, StringComparison.OrdinalIgnoreCase) && Parse(trimmed[Word.Length..].Trim("() "), Near) is { } time
            ? Write(time)
            : null;
    }

    public static string Write(DateTime time) => string.Create(CultureInfo.InvariantCulture, $"at({time:yyyy-MM-ddTHH:mm:ss})");

    private static DateTime? Parse(ReadOnlySpan<char> text, params string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time : null;
}
