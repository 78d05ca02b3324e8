using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>at(2027-01-01T00:00:00)</c>: one wall-clock time.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time</remarks>
internal static class AtExpression
{
    public static DateTime? Read(ReadOnlySpan<char> text) =>
        text.StartsWith("at(") && text.EndsWith(')')
        && DateTime.TryParseExact(text[3..^1], "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : null;
}
