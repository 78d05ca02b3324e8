using Webstir.Sdk.Jobs;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>A job as a target gets it.</summary>
internal sealed record ExportedJob
{
    /// <summary>The job, whose schedule is set.</summary>
    public required JobDefinition Job { get; init; }

    /// <summary>Its name there.</summary>
    public required string Id { get; init; }

    /// <summary>Names of its triggers there: its own, and for more of them its own with a number.</summary>
    public IEnumerable<string> TriggerIds => Triggers.Select((_, index) => index == 0 ? Id : $"{Id}-{SetText.Number(index + 1)}");

    /// <summary>When it runs, in words.</summary>
    public required string Meaning { get; init; }

    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>Zone of its times; <see langword="null"/> where only the machine has one.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Its description; <see langword="null"/> when it has none.</summary>
    public string? Description => string.IsNullOrWhiteSpace(Job.Description) ? null : Job.Description;
}
