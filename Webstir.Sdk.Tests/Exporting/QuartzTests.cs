using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Quartz;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>The exported class in the hands of Quartz.</summary>
public sealed class QuartzTests
{
    private static readonly JobDefinition[] Jobs = [Build.Job("nightly", "0 0 * * *", "Nightly"), Build.Job("poll", "rate(7 minutes)"), Build.Job("leap", "0 0 29 2 *")];

    [Test]
    public async Task A_scheduler_takes_it_and_may_take_it_again()
    {
        using var workspace = new ExportWorkspace(Jobs);
        string source = await File.ReadAllTextAsync(workspace.Export("quartz").Single());
        await using StandaloneSchedulerFactory factory = QuartzSchedulerBuilder.Create(_ => { }).Build();
        IScheduler scheduler = await factory.GetScheduler();
        await scheduler.ScheduleJobs(QuartzProgram.Run(source), ScheduleJobOptions.Replacing);
        await scheduler.ScheduleJobs(QuartzProgram.Run(source), ScheduleJobOptions.Replacing);
        ITrigger? trigger = await scheduler.GetTrigger(new TriggerKey("nightly", "shop"));
        Assert.That(((ICronTrigger)trigger!).CronExpressionString, Is.EqualTo("0 0 0 * * ?"));
    }

    /// <summary>It refuses what Quartz 4 takes, a pattern with both day fields for one.</summary>
    [Test]
    public async Task Quartz_3_reads_every_schedule()
    {
        JobDefinition[] jobs = [.. Vector.All.Select(vector => vector.Schedule).Where(schedule => ScheduleValidator.Validate(schedule).IsValid)
            .Select((schedule, i) => Build.Job(string.Create(CultureInfo.InvariantCulture, $"job{i:000}"), schedule))];
        using var workspace = new ExportWorkspace(jobs);
        string[] accepted = [.. jobs.Select(job => job.Name.Value).Where(name => workspace.Plan("quartz", null, name).CanApply)];
        IReadOnlyList<DeployedJob> deployed = await QuartzReader.ReadAsync(workspace.Export("quartz", null, accepted));
        Type expression = new AssemblyLoadContext("Quartz 3").LoadFromAssemblyPath(ProjectFolder.Quartz3).GetType("Quartz.CronExpression", throwOnError: true)!;
        MethodInfo isValid = expression.GetMethod("IsValidExpression", [typeof(string)])!;
        Assert.That(deployed.Where(job => job is { Interval: null } && !(bool)isValid.Invoke(null, [job.Trigger])!).Select(job => job.Trigger), Is.Empty);
        Assert.That(deployed, Has.Count.GreaterThan(100));
    }

    [Test]
    public async Task It_compiles_against_Quartz_3_too()
    {
        using var workspace = new ExportWorkspace(Jobs);
        using MemoryStream image = QuartzProgram.Compile(await File.ReadAllTextAsync(workspace.Export("quartz").Single()), ProjectFolder.Quartz3);
        Assert.That(image.Length, Is.GreaterThan(0));
    }
}
