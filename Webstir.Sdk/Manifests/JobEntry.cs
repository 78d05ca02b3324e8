using System.Text;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>A job as an entry of the job list.</summary>
internal static class JobEntry
{
    /// <summary>Values of the entry's members as JSON, in the order of <see cref="EntryMember.Keys"/>; <see langword="null"/> where there is none.</summary>
    public static string?[] Values(JobDefinition job) =>
    [
        JsonText.Quote(job.Name.Value),
        job.Schedule is null ? null : JsonText.Quote(job.Schedule),
        job.Description is null ? null : JsonText.Quote(job.Description),
        job.Priority is not { } priority ? null : priority.Number is null ? JsonText.Quote(priority.Text) : priority.Text,
    ];

    /// <summary>The entry as JSON.</summary>
    public static string Write(JobDefinition job, Layout layout)
    {
        string?[] values = Values(job);
        return $"{{{Member(0, layout.Open)}{Member(1, layout.Between)}{Member(2, layout.Between)}{Member(3, layout.Between)}{layout.Close}}}";

        string Member(int i, string before) => values[i] is { } value ? $"{before}\"{EntryMember.Keys[i]}\"{layout.Colon}{value}" : "";
    }

    /// <summary>Whether an entry that the scanner has checked says what a job is, and has no other members.</summary>
    public static bool SaysOnly(ManifestText text, Entry entry, JobDefinition job) => !entry.HasOthers && Read(text, entry) == job;

    /// <summary>Reads an entry that the scanner has checked.</summary>
    public static JobDefinition Read(ManifestText text, Entry entry) => new()
    {
        Name = entry.Name,
        Schedule = Text(text.Utf8[entry.Values.Schedule]),
        Description = Text(text.Utf8[entry.Values.Description]),
        Priority = JobPriority.TryParse(Text(text.Utf8[entry.Values.Priority]), out JobPriority? priority) ? priority : null,
    };

    /// <summary>The text of a string, or a number as it is spelled.</summary>
    private static string? Text(ReadOnlySpan<byte> value) =>
        value.IsEmpty ? null : value[0] == '"' ? JsonText.Decode(value[1..^1]) : Encoding.UTF8.GetString(value);
}
