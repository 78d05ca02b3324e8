using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>The one insertion that records a job, whatever part of the way to the job list exists.</summary>
/// <param name="Edit">The insertion.</param>
/// <param name="Container">The container that gets a child.</param>
internal sealed record JobInsertion(TextEdit Edit, Container Container)
{
    public static JobInsertion Plan(ManifestText text, ManifestMap map, JobDefinition job) =>
        map.Jobs is { } jobs ? IntoList(text, map, jobs, job) : IntoObject(text, map, job);

    /// <summary>Layout of the innermost container that exists, as seen from one of its places; each falls back on the one around it.</summary>
    public static Layout InnermostLayout(ManifestText text, ManifestMap map, int index)
    {
        Layout? layout = null;
        for (int i = 0; i < map.Path.Count; i++)
        {
            Container container = map.Path[i];
            int place = i + 1 < map.Path.Count ? container.IndexOf(map.Path[i + 1].Start) + 1 : index;
            layout = LayoutReader.Read(text, container, place, layout);
        }

        return layout!;
    }

    /// <summary>Insertions of many jobs into a list that shows its order, in the order of the text.</summary>
    public static TextEdit[] PlanMany(ManifestText text, ManifestMap map, IReadOnlyList<JobDefinition> jobs)
    {
        var edits = new List<TextEdit>();
        StringComparer? order = SortedOrder.Of(map.Entries);
        int index = order is null ? map.Entries.Count : 0;
        foreach (JobDefinition job in order is null ? jobs : [.. jobs.OrderBy(job => job.Name.Value, order)])
        {
            while (index < map.Entries.Count && order!.Compare(map.Entries[index].Name, job.Name.Value) < 0)
                index++;
            edits.Add(IntoList(text, map, map.Jobs!, job, index).Edit);
        }

        return [.. edits];
    }

    private static JobInsertion IntoList(ManifestText text, ManifestMap map, Container jobs, JobDefinition job) =>
        IntoList(text, map, jobs, job, SortedOrder.PlaceFor(job.Name.Value, map.Entries));

    private static JobInsertion IntoList(ManifestText text, ManifestMap map, Container jobs, JobDefinition job, int index)
    {
        Layout list = InnermostLayout(text, map, index);
        string entry = JobEntry.Write(job, jobs.IsEmpty ? list.Nested(isArray: false) : SiblingLayout(text, jobs, index, list));
        return new JobInsertion(ContainerEdit.Insert(text, jobs, index, entry, list), jobs);
    }

    private static Layout SiblingLayout(ManifestText text, Container jobs, int index, Layout list)
    {
        Container sibling = ContainerReader.Read(text.Utf8, jobs.Children[Math.Max(index - 1, 0)].Start);
        return LayoutReader.Read(text, sibling, sibling.Children.Count, list);
    }

    private static JobInsertion IntoObject(ManifestText text, ManifestMap map, JobDefinition job)
    {
        Container innermost = map.Path[^1];
        int index = innermost.Children.Count;
        Layout layout = InnermostLayout(text, map, index);
        string member = Member([.. map.Keys.Skip(map.Path.Count - 1)], job, layout);
        return new JobInsertion(ContainerEdit.Insert(text, innermost, index, member, layout), innermost);
    }

    /// <summary>The member of the first key, around those of the others, around the list with the job.</summary>
    private static string Member(ReadOnlySpan<string> keys, JobDefinition job, Layout layout)
    {
        bool isList = keys.Length == 1;
        Layout inner = layout.Nested(isList);
        string value = isList
            ? NewJson.List(JobEntry.Write(job, inner.Nested(isArray: false)), inner)
            : NewJson.Object([Member(keys[1..], job, inner)], inner);
        return NewJson.Member(keys[0], value, layout);
    }
}
