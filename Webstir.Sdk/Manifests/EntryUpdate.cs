using System.Text;
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
        for (int i = 0; i < EntryMember.Keys.Length; i++)
        {
            string? wanted = JobEntry.Value(after, i);
            if (wanted is null || wanted != JobEntry.Value(before, i))
                entry = Set(entry, i, wanted);
        }

        return entry;
    }

    private static ManifestText Set(ManifestText entry, int member, string? value)
    {
        Child[] members = ContainerReader.ReadAll(entry.Utf8, 0);
        string[] keys = Array.ConvertAll(members, child => MemberReader.Name(entry, child));
        int index = Array.IndexOf(keys, EntryMember.Keys[member]);
        var container = new Child(0, entry.Utf8.Length);
        if (value is null)
            return index < 0 ? entry : entry.With(ContainerEdit.Remove(container, members, index, inside: ""));
        if (index >= 0)
            return entry.With(ContainerEdit.Replace(members[index].Start, members[index].End, Encoding.UTF8.GetBytes(value)));

        int last = EntryMember.Keys.Take(member).Max(key => Array.IndexOf(keys, key));
        Neighbours place = Neighbours.Read(entry.Utf8, 0, last + 1);
        Layout layout = LayoutReader.Read(entry.Utf8, [container], place);
        JsonBuilder json = new(stackalloc byte[JsonBuilder.Start]);
        json.AppendName(EntryMember.Keys[member], layout);
        json.AppendText(value);
        return entry.With(ContainerEdit.InsertBeside(place, json.Utf8, layout.Between));
    }
}
