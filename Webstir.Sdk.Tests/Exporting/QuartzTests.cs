using Quartz;
using Webstir.Sdk.Jobs;

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

    [Test]
    public async Task It_compiles_against_Quartz_3_too()
    {
        using var workspace = new ExportWorkspace(Jobs);
        using MemoryStream image = QuartzProgram.Compile(await File.ReadAllTextAsync(workspace.Export("quartz").Single()), ProjectFolder.Quartz3);
        Assert.That(image.Length, Is.GreaterThan(0));
    }
}
