using System.Text;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>A job as an entry of the job list.</summary>
internal static class JobEntry
{
    /// <summary>Value of one of an entry's members; <see langword="null"/> when the job has none.</summary>
    /// <param name="job">The job.</param>
    /// <param name="member">Which member, as in <see cref="EntryMember.Keys"/>.</param>
    public static string? Value(JobDefinition job, int member) => member switch
    {
        0 => job.Name.Value,
        1 => job.Schedule,
        2 => job.Description,
        _ => job.Priority?.Text,
    };

    /// <summary>Writes a value that the job has.</summary>
    public static void WriteValue(ref JsonBuilder json, JobDefinition job, int member)
    {
        if (member == 3 && job.Priority!.Number is not null)
            json.AppendText(job.Priority.Text);
        else
            json.AppendString(Value(job, member)!);
    }

    /// <summary>Writes the entry.</summary>
    public static void Write(ref JsonBuilder json, JobDefinition job, scoped Layout layout)
    {
        json.Append("{"u8);
        for (int member = 0; member < EntryMember.Keys.Length; member++)
        {
            if (Value(job, member) is null)
                continue;
            if (member == 0)
                json.Append(layout.Open);
            else
                json.Append(layout.Between);
            json.AppendName(EntryMember.Keys[member], layout.Colon);
            WriteValue(ref json, job, member);
        }

        json.Append(layout.Close);
        json.Append("}"u8);
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
