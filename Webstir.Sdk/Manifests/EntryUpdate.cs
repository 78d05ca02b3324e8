using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>Changes the members of an entry that differ, one by one; the others keep their bytes.</summary>
internal static class EntryUpdate
{
    /// <summary>The entry's new text.</summary>
    /// <param name="entry">The entry alone.</param>
    /// <param name="before">What it says.</param>
    /// <param name="after">What it shall say.</param>
    public static ManifestText Apply(ManifestText entry, JobDefinition before, JobDefinition after)
    {
        for (int member = 0; member < EntryMember.Keys.Length; member++)
        {
            string? wanted = JobEntry.Value(after, member);
            if (wanted is null)
                entry = Remove(entry, member);
            else if (wanted != JobEntry.Value(before, member))
                entry = Set(entry, member, after);
        }

        return entry;
    }

    private static ManifestText Remove(ManifestText entry, int member)
    {
        Child[] members = ContainerReader.ReadAll(entry.Utf8, 0);
        int index = Array.IndexOf(Keys(entry, members), EntryMember.Keys[member]);
        return index < 0 ? entry : entry.With(ContainerEdit.RemoveBeside(members[index == 0 ? 1 : index - 1], members[index]));
    }

    private static ManifestText Set(ManifestText entry, int member, JobDefinition job)
    {
        Child[] members = ContainerReader.ReadAll(entry.Utf8, 0);
        string[] keys = Keys(entry, members);
        int index = Array.IndexOf(keys, EntryMember.Keys[member]);
        JsonBuilder json = new(stackalloc byte[JsonBuilder.Start]);
        if (index >= 0)
        {
            JobEntry.WriteValue(ref json, job, member);
            return entry.With(ContainerEdit.Replace(members[index].Start, members[index].End, json.Utf8));
        }

        int last = EntryMember.Keys.Take(member).Max(key => Array.IndexOf(keys, key));
        Neighbours place = Neighbours.Read(entry.Utf8, 0, last + 1);
        Layout layout = LayoutReader.Read(entry.Utf8, [new Child(0, entry.Utf8.Length)], place);
        json.AppendName(EntryMember.Keys[member], layout.Colon);
        JobEntry.WriteValue(ref json, job, member);
        return entry.With(ContainerEdit.InsertBeside(place, json.Utf8, layout.Between));
    }

    private static string[] Keys(ManifestText entry, Child[] members) => Array.ConvertAll(members, member => MemberReader.Name(entry, member));
}
