using System.Buffers;
using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary><c>@every 1h30m</c>: a Go duration; Temporal adds days and a phase.</summary>
/// <remarks>https://pkg.go.dev/time#ParseDuration, https://pkg.go.dev/github.com/robfig/cron/v3#hdr-Intervals</remarks>
internal static class EveryExpression
{
    private const string Prefix = "@every ";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Time between two runs, at least a second; <see langword="null"/> when the dialect does not take the text.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> text, Dialect dialect)
    {
        if (!dialect.Has(Extras.Every))
            return null;
        bool hasPhase = dialect.Has(Extras.EveryPhase);
        ReadOnlySpan<char> trimmed = hasPhase ? text.Trim() : text;
        if (!trimmed.StartsWith(Prefix))
            return null;
        ReadOnlySpan<char> duration = trimmed[Prefix.Length..];
        int slash = hasPhase ? duration.IndexOf('/') : -1;
        if (slash >= 0 && ReadDuration(duration[(slash + 1)..], hasPhase) is null)
            return null;
        return ReadDuration(slash >= 0 ? duration[..slash] : duration, hasPhase);
    }

    /// <summary>How long after the Unix epoch the interval starts to count; <see langword="null"/> when the dialect counts from the start.</summary>
    /// <remarks>https://docs.temporal.io/schedule#schedule-spec</remarks>
    public static TimeSpan? ReadPhase(ReadOnlySpan<char> text, Dialect dialect)
    {
        if (!dialect.Has(Extras.EveryPhase) || Read(text, dialect) is not { } interval)
            return null;
        int slash = text.IndexOf('/');
        TimeSpan phase = slash < 0 ? TimeSpan.Zero : ReadDuration(text.TrimEnd()[(slash + 1)..], hasDays: true, least: 0) ?? TimeSpan.Zero;
        return TimeSpan.FromTicks(phase.Ticks % interval.Ticks);
    }

    /// <summary>The interval in Go's units, with a phase unless that is 0.</summary>
    public static string Write(TimeSpan interval, TimeSpan phase = default) =>
        Prefix + Duration(interval) + (phase == TimeSpan.Zero ? "" : "/" + Duration(phase));

    private static string Duration(TimeSpan time) => Part((long)time.TotalHours, "h") + Part(time.Minutes, "m") + Part(time.Seconds, "s");

    private static string Part(long number, string unit) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture) + unit;

    private static TimeSpan? ReadDuration(ReadOnlySpan<char> text, bool hasDays, int least = 1)
    {
        double seconds = 0;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits < 1 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
                return null;
            rest = rest[digits..];
            int letters = rest.IndexOfAny(NumberCharacters) is >= 0 and int next ? next : rest.Length;
            if (UnitSeconds(rest[..letters], hasDays) is not { } unit)
                return null;
            seconds += number * unit;
            rest = rest[letters..];
        }

        // Both engines round to whole seconds and never run more often than each second.
        return text.IsEmpty || seconds > TimeSpan.MaxValue.TotalSeconds / 2 ? null : TimeSpan.FromSeconds(Math.Max(least, Math.Floor(seconds)));
    }

    private static double? UnitSeconds(ReadOnlySpan<char> unit, bool hasDays) => unit switch
    {
        "ns" => 1e-9,
        "us" or "µs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" when hasDays => 86400,
        _ => null,
    };
}
