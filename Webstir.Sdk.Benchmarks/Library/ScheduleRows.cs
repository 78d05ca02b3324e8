using NCrontab;

namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>Validation against every scheduler, to one parse by NCrontab of the same texts.</summary>
internal static class ScheduleRows
{
    private const int Samples = 40;
    private const int Calls = 100;

    /// <summary>Six that are valid everywhere, or nearly so, and three with something wrong.</summary>
    private static readonly string[] Schedules =
    [
        "0 0 * * *", "*/15 * * * *", "0 9-17 * * MON-FRI", "0 0 1,15 * *", "0 30 9 * * MON-FRI",
        "60 * * * *", "0/15 * * * *", "0 0 * * 7", "0 0 L * *",
    ];

    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };
    private static readonly CrontabSchedule.ParseOptions WithoutSeconds = new();

    public static IEnumerable<LibraryRow> Measure()
    {
        Cost[] costs = Cost.Measure(Samples, Each(Parse), Each(text => ScheduleValidator.Validate(text).IsValid), Each(text => ScheduleValidator.Validate(text).Problems.Count));
        return [Row("`ScheduleValidator.Validate`, nine schedules, to NCrontab's `TryParse`", costs[1], costs[0]), Row("the same, with its problems listed", costs[2], costs[0])];
    }

    private static Work Each<T>(Func<string, T> read) => new(() => Array.ConvertAll(Schedules, text => read(text)), Calls);

    private static bool Parse(string text) => CrontabSchedule.TryParse(text, text.AsSpan().Count(' ') == 5 ? WithSeconds : WithoutSeconds) is not null;

    private static LibraryRow Row(string name, Cost work, Cost basis) => new(name, new Figure(work.Time / basis.Time), new Figure(work.Bytes / basis.Bytes));
}
