using Webstir.Sdk;
using Webstir.Sdk.Jobs;

var job = new JobDefinition { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *", Priority = JobPriority.Parse("5") };
var result = new JobScaffolder(args[0]).AddJob(job);
Console.Write($"{result.IsApplied}: {string.Join(", ", result.Plan.Changes.Select(change => $"{change.Kind} {change.Path}"))}");
