using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>The one insertion that records a job, whatever part of the way to the job list exists.</summary>
/// <param name="Edit">The insertion.</param>
/// <param name="Container">The container that gets a child.</param>
internal readonly record struct JobInsertion(TextEdit Edit, Container Container)
{
    public static JobInsertion Plan(ManifestText text, ManifestMap map, JobDefinition job) =>
        map.Jobs is { } jobs ? IntoList(text, map, jobs, job) : IntoObject(text, map, job);

    /// <summary>Insertions of many jobs into a list that shows its order, in the order of the text.</summary>
    public static TextEdit[] PlanMany(ManifestText text, ManifestMap map, IReadOnlyList<JobDefinition> jobs)
    {
        Container list = map.Jobs!.Value;
        var edits = new List<TextEdit>();
        StringComparer? order = SortedOrder.Of(map.Entries);
        int index = order is null ? map.Entries.Count : 0;
        foreach (JobDefinition job in order is null ? jobs : [.. jobs.OrderBy(job => job.Name.Value, order)])
        {
            while (index < map.Entries.Count && order!.Compare(map.Entries[index].Name.Value, job.Name.Value) < 0)
                index++;
            edits.Add(IntoList(text, map, list, job, index).Edit);
        }

        return [.. edits];
    }

    private static JobInsertion IntoList(ManifestText text, ManifestMap map, Container jobs, JobDefinition job) =>
        IntoList(text, map, jobs, job, SortedOrder.PlaceFor(job.Name.Value, map.Entries));

    private static JobInsertion IntoList(ManifestText text, ManifestMap map, Container jobs, JobDefinition job, int index)
    {
        if (!jobs.IsEmpty)
        {
            string between = LayoutReader.ReadBetween(text, map.Path.AsSpan(), index);
            return new JobInsertion(ContainerEdit.InsertBeside(jobs, index, JobEntry.Write(job, SiblingLayout(text, jobs, index)), between), jobs);
        }

        Layout list = LayoutReader.Read(text, map.Path.AsSpan(), index);
        return new JobInsertion(ContainerEdit.InsertOnly(text, jobs, JobEntry.Write(job, list.Nested(isArray: false)), list), jobs);
    }

    private static Layout SiblingLayout(ManifestText text, Container jobs, int index)
    {
        Container sibling = ContainerReader.Read(text.Utf8, jobs.Children[Math.Max(index - 1, 0)].Start);
        return LayoutReader.Read(text, [sibling], sibling.Children.Length);
    }

    private static JobInsertion IntoObject(ManifestText text, ManifestMap map, JobDefinition job)
    {
        Container innermost = map.Path[^1];
        int index = innermost.Children.Length;
        Layout layout = LayoutReader.Read(text, map.Path.AsSpan(), index);
        string member = Member([.. map.Keys.Skip(map.Path.Length - 1)], job, layout);
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
