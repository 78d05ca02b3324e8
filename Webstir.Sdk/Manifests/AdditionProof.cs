using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>Proves, before anything is written, that many jobs were added to a list and that nothing else has changed.</summary>
/// <param name="Before">The original.</param>
/// <param name="After">The edited text, scanned.</param>
/// <param name="Edits">What was done, in the order of the text.</param>
internal sealed record AdditionProof(ManifestScan Before, ManifestScan After, TextEdit[] Edits)
{
    /// <summary>Proves that jobs were added.</summary>
    /// <returns>The edited text.</returns>
    public ManifestScan Added(IReadOnlyList<JobDefinition> jobs) =>
        KeepsText() && KeepsEntries(jobs) ? After : throw EditProof.Failure(Before.Text, Edits[0]);

    /// <summary>Whether the edits took nothing away, and what is around them is as it was.</summary>
    private bool KeepsText()
    {
        ReadOnlySpan<byte> original = Before.Text.Utf8;
        ReadOnlySpan<byte> edited = After.Text.Utf8;
        int from = 0;
        foreach (TextEdit edit in Edits)
        {
            int kept = edit.Offset - from;
            if (edit.Length != 0 || kept < 0 || kept > edited.Length || !edited[..kept].SequenceEqual(original.Slice(from, kept)))
                return false;
            edited = edited[(kept + edit.Content.Length)..];
            from = edit.Offset;
        }

        return edited.SequenceEqual(original[from..]);
    }

    /// <summary>Whether the list has the entries that it had, in their order, and between them those of the jobs alone.</summary>
    private bool KeepsEntries(IReadOnlyList<JobDefinition> jobs)
    {
        var wanted = jobs.ToDictionary(job => job.Name.Value, StringComparer.Ordinal);
        int kept = 0;
        foreach (Entry entry in After.Map.Entries)
        {
            if (wanted.Remove(entry.Name.Value, out JobDefinition? job))
            {
                if (!JobEntry.SaysOnly(After.Text, entry, job))
                    return false;
            }
            else if (kept == Before.Map.Entries.Count || !Same(Before.Map.Entries[kept++], entry))
            {
                return false;
            }
        }

        return wanted.Count == 0 && kept == Before.Map.Entries.Count;
    }

    private bool Same(Entry original, Entry edited) =>
        Before.Text.Utf8[original.Start..original.End].SequenceEqual(After.Text.Utf8[edited.Start..edited.End]);
}
