using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>The one insertion that records a job, whatever part of the way to the job list exists.</summary>
/// <param name="Edit">The insertion.</param>
/// <param name="Container">The container that gets a child.</param>
internal readonly record struct JobInsertion(TextEdit Edit, Child Container)
{
    public static JobInsertion Plan(ManifestText text, ManifestMap map, JobDefinition job) => new(
        map.Entries.Count > 0 ? IntoList(text, map, job, SortedOrder.PlaceFor(job.Name.Value, map.Entries)) : AsOnly(text, map, job), map.Path[^1]);

    /// <summary>Insertions of many jobs into a list that shows its order, in the order of the text.</summary>
    public static TextEdit[] PlanMany(ManifestText text, ManifestMap map, IReadOnlyList<JobDefinition> jobs)
    {
        var edits = new List<TextEdit>();
        StringComparer? order = SortedOrder.Of(map.Entries);
        int index = order is null ? map.Entries.Count : 0;
        foreach (JobDefinition job in order is null ? jobs : [.. jobs.OrderBy(job => job.Name.Value, order)])
        {
            while (index < map.Entries.Count && order!.Compare(map.Entries[index].Name.Value, job.Name.Value) < 0)
                index++;
            edits.Add(IntoList(text, map, job, index));
        }

        return [.. edits];
    }

    /// <summary>Beside other entries: laid out as the nearest of them.</summary>
    private static TextEdit IntoList(ManifestText text, ManifestMap map, JobDefinition job, int index)
    {
        Neighbours place = Neighbours.Of(map.Entries, index);
        Neighbours members = Neighbours.Read(text.Utf8, place.Sibling.Start, Neighbours.Last);
        JsonBuilder entry = new(stackalloc byte[JsonBuilder.Start]);
        JobEntry.Write(ref entry, job, LayoutReader.Read(text.Utf8, [place.Sibling], members));
        return ContainerEdit.InsertBeside(place, entry.Utf8, LayoutReader.ReadBetween(text.Utf8, map.Path.AsSpan(), place));
    }

    /// <summary>As the only child, or beside members that do not lead to the list.</summary>
    private static TextEdit AsOnly(ManifestText text, ManifestMap map, JobDefinition job)
    {
        ReadOnlySpan<Child> path = map.Path.AsSpan();
        Neighbours place = Neighbours.Read(text.Utf8, path[^1].Start, Neighbours.Last);
        Layout layout = LayoutReader.Read(text.Utf8, path, place);
        JsonBuilder child = new(stackalloc byte[JsonBuilder.Start]);
        Write(ref child, map.Keys.AsSpan()[(path.Length - 1)..], job, layout);
        return ContainerEdit.Insert(text.Utf8, path[^1], place, child.Utf8, layout);
    }

    /// <summary>Writes what a container of the way gets: members around each other, around the list, around the entry.</summary>
    /// <param name="json">What is written.</param>
    /// <param name="keys">The keys that are missing; of none, the container is the list.</param>
    /// <param name="job">The job.</param>
    /// <param name="layout">Layout of the container.</param>
    private static void Write(ref JsonBuilder json, ReadOnlySpan<string> keys, JobDefinition job, scoped Layout layout)
    {
        if (keys.IsEmpty)
        {
            JobEntry.Write(ref json, job, layout.Nested(isArray: false));
            return;
        }

        bool isList = keys.Length == 1;
        Layout inner = layout.Nested(isList);
        json.AppendName(keys[0], layout.Colon);
        json.Append(isList ? "["u8 : "{"u8);
        json.Append(inner.Open);
        Write(ref json, keys[1..], job, inner);
        json.Append(inner.Close);
        json.Append(isList ? "]"u8 : "}"u8);
    }
}
