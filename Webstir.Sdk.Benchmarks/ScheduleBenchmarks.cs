using BenchmarkDotNet.Attributes;
using NCrontab;

namespace Webstir.Sdk.Benchmarks;

/// <summary>One validation against every scheduler, measured against one parse by NCrontab of the same string.</summary>
[MemoryDiagnoser]
public class ScheduleBenchmarks
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };
    private static readonly CrontabSchedule.ParseOptions WithoutSeconds = new();

    [Params(
        "0 0 * * *", "*/15 * * * *", "0 9-17 * * MON-FRI", "0 0 1,15 * *", "0 30 9 * * MON-FRI",
        "60 * * * *", "0/15 * * * *", "0 0 * * 7", "0 0 L * *")]
    public string Schedule { get; set; } = "";

    [Benchmark(Baseline = true)]
    public bool NCrontab() => CrontabSchedule.TryParse(Schedule, Schedule.AsSpan().Count(' ') == 5 ? WithSeconds : WithoutSeconds) is not null;

    [Benchmark]
    public bool Validate() => ScheduleValidator.Validate(Schedule).IsValid;

    [Benchmark]
    public int ValidateAndListProblems() => ScheduleValidator.Validate(Schedule).Problems.Count;
}
