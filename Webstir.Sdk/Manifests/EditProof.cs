using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>Proves, before anything is written, that an edit did what it was meant to do and nothing else, and returns the edited text.</summary>
/// <param name="Before">The original.</param>
/// <param name="After">The edited text, scanned.</param>
/// <param name="Edit">What was done.</param>
internal readonly record struct EditProof(ManifestScan Before, ManifestScan After, TextEdit Edit)
{
    private int Growth => After.Text.Utf8.Length - Before.Text.Utf8.Length;

    /// <summary>Proves that a job was added.</summary>
    /// <param name="job">The job.</param>
    /// <param name="container">The container that got a child.</param>
    public ManifestScan Added(JobDefinition job, Container container) => Demand(
        KeepsSurroundings() && KeepsSiblings(container, change: 1) && KeepsOtherEntries(job.Name)
        && Find(After, job.Name) is { } entry && JobEntry.SaysOnly(After.Text, entry, job) && CreatesTheWayOnly());

    /// <summary>Proves that a job was changed.</summary>
    public ManifestScan Updated(JobDefinition job) => Demand(
        KeepsSurroundings() && KeepsSiblings(Before.Map.Jobs!.Value, change: 0) && KeepsOtherEntries(job.Name)
        && Find(After, job.Name) is { } entry && JobEntry.Read(After.Text, entry) == job && Own(After, job.Name) == Own(Before, job.Name));

    /// <summary>Proves that a job was removed.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="container">The container that lost a child.</param>
    public ManifestScan Removed(JobName name, Container container) => Demand(
        KeepsSurroundings() && KeepsSiblings(container, change: -1) && KeepsOtherEntries(name) && Find(After, name) is null);

    /// <summary>Proves that a package was listed.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="container">The container that got a child.</param>
    public ManifestScan AddedDependency(string package, string version, Container container) => Demand(
        KeepsSurroundings() && KeepsSiblings(container, change: 1) && Entries(Before).SequenceEqual(Entries(After))
        && DependencyList.Read(After.Text, After.Map.Root) is { Members: { } members } list && list.Find(package)?.Version == version
        && members.Children.Length == 1 + (DependencyList.Read(Before.Text, Before.Map.Root).Members?.Children.Length ?? 0));

    private ManifestScan Demand(bool isProved) => isProved ? After : throw Failure(Before.Text, Edit);

    /// <summary>What is thrown instead of an edit that is not proved.</summary>
    public static WebstirException Failure(ManifestText before, TextEdit edit) => before.Problem(
        "WEB0111", "The edit could not be proved to leave the rest of the file alone. Nothing was written.", "Please report this with the file.", edit.Offset);

    /// <summary>Whether every byte before and after the edit is as it was.</summary>
    private bool KeepsSurroundings()
    {
        int end = Edit.Offset + Edit.Length;
        return Before.Text.Utf8[..Edit.Offset].SequenceEqual(After.Text.Utf8[..Edit.Offset])
            && Before.Text.Utf8[end..].SequenceEqual(After.Text.Utf8[(end + Growth)..]);
    }

    /// <summary>Whether the container around the edit has the same children from the front and from the back, but for one.</summary>
    private bool KeepsSiblings(Container container, int change)
    {
        Container edited = FindEdited(container) ?? ContainerReader.Read(After.Text.Utf8, container.Start);
        int shorter = Math.Min(container.Children.Length, edited.Children.Length);
        int front = 0;
        while (front < shorter && Same(container.Children[front], edited.Children[front]))
            front++;
        int back = 0;
        while (back < shorter - front && Same(container.Children[^(back + 1)], edited.Children[^(back + 1)]))
            back++;
        return edited.End == container.End + Growth
            && edited.Children.Length == container.Children.Length + change
            && front + back >= Math.Max(container.Children.Length, edited.Children.Length) - 1;
    }

    /// <summary>The container as the scan of the edited text found it; <see langword="null"/> when it is no longer on the way to the jobs.</summary>
    private Container? FindEdited(Container container)
    {
        foreach (Container edited in After.Map.Path)
        {
            if (edited.Start == container.Start)
                return edited;
        }

        return null;
    }

    private bool Same(Child original, Child edited) =>
        Before.Text.Utf8[original.From..original.End].SequenceEqual(After.Text.Utf8[edited.From..edited.End]);

    /// <summary>Whether containers that are new hold nothing but the way to the entry.</summary>
    private bool CreatesTheWayOnly()
    {
        for (int created = Before.Map.Path.Length; created < After.Map.Path.Length; created++)
        {
            if (After.Map.Path[created].Children.Length != 1)
                return false;
        }

        return true;
    }

    /// <summary>Whether the entries but that of one name are the same, in the same order.</summary>
    private bool KeepsOtherEntries(JobName name)
    {
        int after = 0;
        for (int before = 0; before < Before.Map.Entries.Count; before++)
        {
            Entry entry = Before.Map.Entries[before];
            if (entry.Name == name)
                continue;
            after += IsOf(name, after) ? 1 : 0;
            if (after == After.Map.Entries.Count || !Same(entry, After.Map.Entries[after++]))
                return false;
        }

        return after + (IsOf(name, after) ? 1 : 0) == After.Map.Entries.Count;
    }

    private bool IsOf(JobName name, int index) => index < After.Map.Entries.Count && After.Map.Entries[index].Name == name;

    private bool Same(Entry original, Entry edited) => Json(Before, original).SequenceEqual(Json(After, edited));

    private static ReadOnlySpan<byte> Json(ManifestScan scan, Entry entry) => scan.Text.Utf8[entry.Start..entry.End];

    private static IEnumerable<string> Entries(ManifestScan scan) => scan.Map.Entries.Select(entry => scan.Text.Slice(entry.Start, entry.End));

    /// <summary>The members of an entry that are the user's own, as they stand in the text.</summary>
    private static string Own(ManifestScan scan, JobName name)
    {
        Entry entry = Find(scan, name)!.Value;
        Container members = ContainerReader.Read(scan.Text.Utf8, entry.Start);
        IEnumerable<Child> own = members.Children.Where(member => EntryMember.Of(MemberReader.Name(scan.Text, member)) == EntryMembers.None);
        return string.Join('\n', own.Select(member => scan.Text.Slice(member.From, member.End)));
    }

    private static Entry? Find(ManifestScan scan, JobName name)
    {
        int index = scan.Map.Entries.IndexOf(name.Value);
        return index < 0 ? null : scan.Map.Entries[index];
    }
}
