using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>Changes the members of an entry that differ, one by one; the others keep their bytes.</summary>
internal static class EntryUpdate
{
    /// <summary>The entry's new text.</summary>
    /// <param name="entry">The entry alone.</param>
    /// <param name="before">What it says.</param>
    /// <param name="after">What it shall say.</param>
    public static string Apply(ManifestText entry, JobDefinition before, JobDefinition after)
    {
        string?[] current = JobEntry.Values(before);
        string?[] wanted = JobEntry.Values(after);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] is null || wanted[i] != current[i])
                entry = Set(entry, i, wanted[i]);
        }

        return entry.Slice(0, entry.Utf8.Length);
    }

    private static ManifestText Set(ManifestText entry, int member, string? value)
    {
        Container container = ContainerReader.Read(entry.Utf8, 0);
        string[] keys = [.. container.Children.Select(child => MemberReader.Name(entry, child))];
        int index = Array.IndexOf(keys, EntryMember.Keys[member]);
        if (value is null)
            return index < 0 ? entry : entry.With(ContainerEdit.Remove(container, index, inside: ""));
        if (index >= 0)
            return entry.With(ContainerEdit.Replace(container.Children[index].Start, container.Children[index].End, value));

        int place = 1 + EntryMember.Keys.Take(member).Max(key => Array.IndexOf(keys, key));
        Layout layout = LayoutReader.Read(entry, [container], place);
        return entry.With(ContainerEdit.Insert(entry, container, place, NewJson.Member(EntryMember.Keys[member], value, layout), layout));
    }
}
