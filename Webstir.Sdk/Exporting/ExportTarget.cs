using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>One row of the table of targets: a scheduler, and a kind of file that it takes.</summary>
internal sealed record ExportTarget
{
    /// <summary>Identifier of the scheduler.</summary>
    public required string Id { get; init; }

    /// <summary>Name in messages.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of file; the first row of a scheduler is its default.</summary>
    public required string Format { get; init; }

    /// <summary>Where its files go when nobody says otherwise, below the workspace.</summary>
    public required string Folder { get; init; }

    /// <summary>Templates under <c>templates/export/&lt;id&gt;</c>, and the files they make.</summary>
    public required IReadOnlyList<ExportFile> Files { get; init; }

    public required IReadOnlyList<ExportSetting> Settings { get; init; }

    /// <summary>What a job is called there.</summary>
    public required TargetName Names { get; init; }

    /// <summary>Whether each of several triggers of a job has its own name there.</summary>
    public bool HasNamedTriggers { get; init; }

    /// <summary>Whether a job knows by the text of a schedule only that its time has come.</summary>
    public bool StartsJobsByText { get; init; }

    /// <summary>Spells the name of a trigger as an identifier of the file's language, where that has its own rule.</summary>
    public Func<string, string> Symbol { get; init; } = id => id;

    /// <summary>Writes schedules in its syntax.</summary>
    public required IScheduleWriter Schedules { get; init; }

    /// <summary>What happens there when the clocks change; <see langword="null"/> when that is not known.</summary>
    public ClockRule? Clock { get; init; }

    /// <summary>Longest description that it takes, in UTF-16 units.</summary>
    public int MaxDescription { get; init; } = int.MaxValue;

    /// <summary>Whether all jobs run in the one zone of the machine, which no file can set.</summary>
    public bool HasHostZone { get; init; }

    /// <summary>Whether every job has its own files, whose names begin with the module's.</summary>
    public bool HasFilesPerJob => Files.Any(file => file.IsPerJob);
}

/// <summary>A file of an export.</summary>
/// <param name="Template">File name of the template, without <c>.scriban</c>.</param>
internal sealed record ExportFile(string Template)
{
    /// <summary>Whether there is one for each job, named like the job with the template's extension.</summary>
    public bool IsPerJob { get; init; }
}
