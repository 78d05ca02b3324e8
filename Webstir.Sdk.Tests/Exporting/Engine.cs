using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>A scheduler's engine that runs here: the target's own, or one that reads the same fields by the same rules.</summary>
internal sealed record Engine
{
    /// <summary>Runs that are compared.</summary>
    public const int Runs = 3;

    /// <summary>Five fields, either day field, Sunday 0 and 7.</summary>
    public static Engine Croner { get; } = new()
    {
        Name = "croner",
        NextRunsAsync = async jobs => [.. (await NodeJudge.NextRunsAsync(jobs, Vector.Start)).Select(runs => runs ?? [])],
    };

    /// <summary>Both day fields; with the year last, which Cronos does not know, and seven with the seconds too.</summary>
    public static Engine Cronos { get; } = new() { Name = "Cronos", NextRunsAsync = jobs => Each(jobs, job => ByCronos(job.Trigger, ZoneOf(job))) };

    /// <summary>AWS took the fields from Quartz, and left out the seconds.</summary>
    public static Engine QuartzWithoutSeconds { get; } = new()
    {
        Name = "Quartz, after 'cron(' and the seconds",
        NextRunsAsync = jobs => Each(jobs, job => ByQuartz($"0 {job.Trigger["cron(".Length..^1]}", ZoneOf(job))),
    };

    public static Engine Quartz { get; } = new() { Name = "Quartz", NextRunsAsync = jobs => Each(jobs, job => ByQuartz(job.Trigger, ZoneOf(job))) };

    public static Engine Systemd { get; } = new() { Name = "systemd", NextRunsAsync = jobs => Exporting.Systemd.NextRunsAsync([.. jobs.Select(job => job.Trigger)], Runs) };

    public required string Name { get; init; }

    /// <summary>At most three runs after the start of the vectors for each job.</summary>
    public required Func<IReadOnlyList<DeployedJob>, Task<IReadOnlyList<DateTimeOffset[]>>> NextRunsAsync { get; init; }

    private static Task<IReadOnlyList<DateTimeOffset[]>> Each(IReadOnlyList<DeployedJob> jobs, Func<DeployedJob, IEnumerable<DateTimeOffset>> runs) =>
        Task.FromResult<IReadOnlyList<DateTimeOffset[]>>([.. jobs.Select(job => runs(job).Take(Runs).ToArray())]);

    private static TimeZoneInfo ZoneOf(DeployedJob job) => TimeZoneInfo.FindSystemTimeZoneById(job.Zone ?? "UTC");

    private static IEnumerable<DateTimeOffset> ByCronos(string text, TimeZoneInfo zone)
    {
        string[] fields = text.Split(' ');
        bool hasSeconds = fields.Length == 7;
        var expression = global::Cronos.CronExpression.Parse(string.Join(' ', fields.Take(hasSeconds ? 6 : 5)), hasSeconds ? global::Cronos.CronFormat.IncludeSeconds : global::Cronos.CronFormat.Standard);
        DateTimeOffset start = TimeZoneInfo.ConvertTime(Vector.Start, zone);
        IEnumerable<int> years = fields.Length > 5 && fields[^1] != "*" ? Years(fields[^1]).Where(year => year >= start.Year) : Enumerable.Range(start.Year, 50);
        return years.SelectMany(year => expression.GetOccurrences(year == start.Year ? start : NewYear(year, zone), NewYear(year + 1, zone), zone))
            .Where(run => run > start).Distinct();
    }

    private static DateTimeOffset NewYear(int year, TimeZoneInfo zone)
    {
        var midnight = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static IEnumerable<int> Years(string field) => field.Split(',').SelectMany(item =>
    {
        int[] ends = [.. item.Split('-').Select(int.Parse)];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    });

    private static IEnumerable<DateTimeOffset> ByQuartz(string text, TimeZoneInfo zone)
    {
        var expression = new global::Quartz.CronExpression(text, zone);
        for (DateTimeOffset? run = expression.GetNextValidTimeAfter(Vector.Start); run is { } time; run = expression.GetNextValidTimeAfter(time))
            yield return time;
    }
}
