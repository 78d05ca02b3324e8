using Quartz;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Compiles the exported class, calls it, and reads what Quartz would be given.</summary>
internal static class QuartzReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths)
    {
        string source = await File.ReadAllTextAsync(paths.Single());
        return [.. QuartzProgram.Run(source).SelectMany(job => job.Value.Select(trigger => Read(job.Key, trigger)))];
    }

    private static DeployedJob Read(IJobDetail job, ITrigger trigger)
    {
        string text = trigger is ISimpleTrigger simple ? FormattableString.Invariant($"{simple.RepeatInterval.TotalSeconds}s") : ((ICronTrigger)trigger).CronExpressionString!;
        return new DeployedJob(job.JobDataMap.GetString("job")!, text)
        {
            Description = job.Description,
            Zone = (trigger as ICronTrigger)?.TimeZone.Id,
        };
    }
}
