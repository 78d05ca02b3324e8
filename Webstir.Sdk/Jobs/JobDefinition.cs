namespace Webstir.Sdk.Jobs;

/// <summary>A job as the module manifest records it.</summary>
public sealed record JobDefinition
{
    /// <summary>Name of the job and of its folder.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public required JobName Name { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>When the job runs, exactly as the user typed it; <see langword="null"/> when it is started by hand only.</summary>
    public string? Schedule { get; init; }

    /// <summary>What the job does, in the user's words; <see langword="null"/> when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Priority; <see langword="null"/> when the scheduler's own default applies.</summary>
    public JobPriority? Priority { get; init; }
}
