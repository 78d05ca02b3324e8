using System.Buffers;
using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary>A .NET time span, which Azure Functions takes for an interval when a string is no cron expression.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#timespan</remarks>
internal static class TimeSpanText
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789:.-+ \t\n\v\f\r");

    public static TimeSpan? Read(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(Characters) &&
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan interval) && interval > TimeSpan.Zero ? interval : null;
}
