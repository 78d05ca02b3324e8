using System.Text;
using System.Text.Json;
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
    public static bool SaysOnly(ReadOnlySpan<byte> utf8, JobDefinition job) => Read(utf8, out bool hasOthers) == job && !hasOthers;

    /// <summary>Reads an entry that the scanner has checked.</summary>
    public static JobDefinition Read(ReadOnlySpan<byte> utf8) => Read(utf8, out _);

    private static JobDefinition Read(ReadOnlySpan<byte> utf8, out bool hasOthers)
    {
        hasOthers = false;
        (string? name, string? schedule, string? description, string? priority) = (null, null, null, null);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ManifestText.MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            EntryMembers member = EntryMember.Of(reader);
            reader.Read();
            string? value = member == EntryMembers.None ? null : reader.TokenType == JsonTokenType.String ? reader.Text() : Encoding.UTF8.GetString(reader.ValueSpan);
            switch (member)
            {
                case EntryMembers.Name:
                    name = value;
                    break;
                case EntryMembers.Schedule:
                    schedule = value;
                    break;
                case EntryMembers.Description:
                    description = value;
                    break;
                case EntryMembers.Priority:
                    priority = value;
                    break;
                default:
                    hasOthers = true;
                    reader.Skip();
                    break;
            }
        }

        return new JobDefinition
        {
            Name = JobName.Parse(name!),
            Schedule = schedule,
            Description = description,
            Priority = JobPriority.TryParse(priority, out JobPriority? parsed) ? parsed : null,
        };
    }
}
