using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Tests;

/// <summary>Short ways to the values that tests are about.</summary>
internal static class Build
{
    public static JobDefinition Job(string name, string? schedule = null, string? description = null, string? priority = null) => new()
    {
        Name = JobName.Parse(name),
        Schedule = schedule,
        Description = description,
        Priority = priority is null ? null : JobPriority.Parse(priority),
    };
}
