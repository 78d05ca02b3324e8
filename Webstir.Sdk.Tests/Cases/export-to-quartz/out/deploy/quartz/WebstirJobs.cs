// Written by 'webstir export --to quartz' from package.json. Change the jobs there, and export again.
using System;
using System.Collections.Generic;
using Quartz;

namespace Acme.Scheduling;

/// <summary>The scheduled jobs of the module.</summary>
/// <example>
/// <code>
/// await scheduler.ScheduleJobs(WebstirJobs.Create(), ScheduleJobOptions.Replacing); // Quartz 4
/// await scheduler.ScheduleJobs(WebstirJobs.Create(), replace: true);                // Quartz 3
/// </code>
/// </example>
public static class WebstirJobs
{
    /// <summary>The jobs, each with what starts it.</summary>
    public static IReadOnlyDictionary<IJobDetail, IReadOnlyCollection<ITrigger>> Create() => new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>
    {
        // nightly: 0 0 * * * (At 00:00 every day)
        [JobBuilder.Create<Acme.Jobs.WebstirJob>()
            .WithIdentity("nightly", "shop")
            .WithDescription("Nightly \"maintenance\" 100% it's ${safe}")
            .UsingJobData("job", "nightly")
            .Build()] =
        [
            TriggerBuilder.Create()
                .WithIdentity("nightly", "shop")
                .WithCronSchedule("0 0 0 * * ?", schedule => schedule.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC")))
                .Build(),
        ],
        // poll: rate(10 minutes) (Every 10 minutes, counted from the start)
        [JobBuilder.Create<Acme.Jobs.WebstirJob>()
            .WithIdentity("poll", "shop")
            .UsingJobData("job", "poll")
            .Build()] =
        [
            TriggerBuilder.Create()
                .WithIdentity("poll", "shop")
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(600)).RepeatForever())
                .Build(),
        ],
        // either: 30 4 1,15 * 5-7 (At 04:30 on days 1 and 15 of the month or on Friday through Sunday)
        [JobBuilder.Create<Acme.Jobs.WebstirJob>()
            .WithIdentity("either", "shop")
            .UsingJobData("job", "either")
            .Build()] =
        [
            TriggerBuilder.Create()
                .WithIdentity("either", "shop")
                .WithCronSchedule("0 30 4 1,15 * ?", schedule => schedule.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC")))
                .Build(),
            TriggerBuilder.Create()
                .WithIdentity("either-2", "shop")
                .WithCronSchedule("0 30 4 ? * SUN,FRI,SAT", schedule => schedule.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC")))
                .Build(),
        ],
    };
}
