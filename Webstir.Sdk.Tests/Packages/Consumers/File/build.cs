#:package Webstir.Sdk@*

using System.Runtime.CompilerServices;
using Webstir.Sdk;
using Webstir.Sdk.Jobs;

string workspace = args[0];
var scaffolder = new JobScaffolder(workspace);
var job = new JobDefinition { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *" };
scaffolder.AddJob(job);
scaffolder.UpdateJob(job.Name, listed => listed with { Description = "At night" });
scaffolder.AddJob(new JobDefinition { Name = JobName.Parse("hourly"), Schedule = "@hourly" });
scaffolder.RemoveJob(JobName.Parse("hourly"));

var manifest = ModuleManifest.Load(Path.Join(workspace, "package.json"));
Console.WriteLine($"Jobs: {string.Join(", ", manifest.Jobs.Select(listed => $"{listed.Name} {listed.Description}"))}");
Console.WriteLine($"Entry: {string.Join(", ", manifest.FindEntry(job.Name)!.Properties().Select(member => member.Name))}");
Console.WriteLine($"Schedule: {ScheduleValidator.Validate("0 0 * * *").Description}");
Console.WriteLine($"Problems: {WorkspaceChecker.Check(workspace, TimeProvider.System).Count}");
Console.WriteLine($"Dynamic code: {RuntimeFeature.IsDynamicCodeSupported}");
