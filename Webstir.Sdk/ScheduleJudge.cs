using Webstir.Sdk.Problems;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk;

/// <summary>What stands against a schedule that is to run on every one of some schedulers.</summary>
internal static class ScheduleJudge
{
    public static IEnumerable<Problem> Problems(string schedule, IReadOnlyList<string>? schedulers)
    {
        string? refusing = schedulers?.FirstOrDefault(id => !ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = [id] }).IsValid);
        var options = new ScheduleOptions { Schedulers = refusing is null ? schedulers : [refusing] };
        return ScheduleReport.Of(ScheduleValidator.Validate(schedule, options));
    }
}
