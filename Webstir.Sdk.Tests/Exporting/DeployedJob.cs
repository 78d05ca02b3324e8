using System.Globalization;
using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>What a scheduler's own reader finds in exported files: a job, and one thing that starts it.</summary>
/// <param name="Job">Name that the job is run by.</param>
/// <param name="Trigger">The schedule, in the target's words.</param>
internal sealed partial record DeployedJob(string Job, string Trigger)
{
    /// <summary>Description, where the target has a place for it.</summary>
    public string? Description { get; init; }

    /// <summary>Time zone, where the target has a place for it.</summary>
    public string? Zone { get; init; }

    /// <summary>Fixed time between two runs; <see langword="null"/> when the trigger is none.</summary>
    public TimeSpan? Interval => IntervalOf(Trigger.Split('/')[0]) is { } interval && (Phase is not null || !Trigger.Contains('/', StringComparison.Ordinal)) ? interval : null;

    /// <summary>Time after a multiple of the interval since 1970: <c>18000s/2700s</c>; <see langword="null"/> when the trigger has none.</summary>
    public TimeSpan? Phase => Trigger.Split('/') is [_, var phase] ? IntervalOf(phase) : null;

    /// <summary>One single time: <c>at(2026-11-20T13:00:00)</c>; <see langword="null"/> when the trigger is none.</summary>
    public DateTimeOffset? At => Once().Match(Trigger) is { Success: true } match
        ? DateTimeOffset.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    /// <summary><c>rate(5 minutes)</c>, <c>every 5 minutes</c>, <c>@every 1h30m</c> or <c>300s</c>.</summary>
    private static TimeSpan? IntervalOf(string text)
    {
        if (Rate().Match(text) is { Success: true } rate)
            return int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture) * Unit(rate.Groups[2].Value[0]);
        if (Every().Match(text) is not { Success: true } every)
            return null;
        IEnumerable<TimeSpan> parts = every.Groups[1].Captures.Zip(every.Groups[2].Captures, (number, unit) => int.Parse(number.Value, CultureInfo.InvariantCulture) * Unit(unit.Value[0]));
        return parts.Aggregate((sum, part) => sum + part);
    }

    private static TimeSpan Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"^(?:rate\((\d+) (minute|hour|day)s?\)|every (?<1>\d+) (?<2>minutes))$")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?:@every )?(?:(\d+)([smhd]))+$")]
    private static partial Regex Every();

    [GeneratedRegex(@"^at\((.+)\)$")]
    private static partial Regex Once();
}
