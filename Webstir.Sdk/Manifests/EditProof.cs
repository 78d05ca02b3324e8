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
    public ManifestScan Added(JobDefinition job, Child container) => Demand(
        KeepsSurroundings() && GainsOneChild(container) && KeepsOtherEntries(job.Name)
        && Find(After, job.Name) is { } entry && JobEntry.SaysOnly(After.Text, entry, job) && CreatesTheWayOnly());

    /// <summary>Proves that a job was changed.</summary>
    public ManifestScan Updated(JobDefinition job) => Demand(
        KeepsSurroundings() && KeepsList() && KeepsOtherEntries(job.Name)
        && Find(After, job.Name) is { } entry && JobEntry.Read(After.Text, entry) == job && Own(After, job.Name) == Own(Before, job.Name));

    /// <summary>Proves that a job was removed.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="container">The container that lost a child.</param>
    public ManifestScan Removed(JobName name, Child container) => Demand(
        KeepsSurroundings() && LosesOneChild(container) && KeepsOtherEntries(name) && Find(After, name) is null);

    /// <summary>Proves that a package was listed.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="container">The container that got a child.</param>
    public ManifestScan AddedDependency(string package, string version, Child container) => Demand(
        KeepsSurroundings() && GainsOneChild(container) && Entries(Before).SequenceEqual(Entries(After))
        && DependencyList.Read(After.Text, After.Map.Root) is var list && list.Find(package)?.Version == version
        && list.Members.Length == 1 + DependencyList.Read(Before.Text, Before.Map.Root).Members.Length);

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

    /// <summary>Whether the container around the edit has all children that it had, in their order, and one more.</summary>
    private bool GainsOneChild(Child container) =>
        container == Before.Map.Jobs ? KeepsList() : HasOneMore(After.Text.Utf8, Before.Text.Utf8, container.Start, Growth);

    /// <summary>Whether the container around the edit has the children that it had, in their order, but one.</summary>
    private bool LosesOneChild(Child container) =>
        container == Before.Map.Jobs ? KeepsList() : HasOneMore(Before.Text.Utf8, After.Text.Utf8, container.Start, -Growth);

    /// <summary>Whether the job list is where it was, and ends where it must. Its children are the entries, which are proved one by one.</summary>
    private bool KeepsList() => Before.Map.Jobs is { } list && After.Map.Jobs == list.WithGrown(Growth);

    private static bool HasOneMore(ReadOnlySpan<byte> more, ReadOnlySpan<byte> less, int start, int growth)
    {
        var longer = new ContainerReader(more, start);
        var shorter = new ContainerReader(less, start);
        bool isFound = false;
        while (shorter.Read())
        {
            if (!longer.Read())
                return false;
            if (longer.Json.SequenceEqual(shorter.Json))
                continue;
            if (isFound || !longer.Read() || !longer.Json.SequenceEqual(shorter.Json))
                return false;
            isFound = true;
        }

        return (isFound || longer.Read()) && !longer.Read() && longer.End == shorter.End + growth;
    }

    private static bool HasOneChild(ReadOnlySpan<byte> utf8, int start)
    {
        var container = new ContainerReader(utf8, start);
        return container.Read() && !container.Read();
    }

    /// <summary>Whether containers that are new hold nothing but the way to the entry.</summary>
    private bool CreatesTheWayOnly()
    {
        for (int created = Before.Map.Path.Length; created < After.Map.Path.Length; created++)
        {
            if (!HasOneChild(After.Text.Utf8, After.Map.Path[created].Start))
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
        IEnumerable<Child> own = ContainerReader.ReadAll(scan.Text.Utf8, entry.Start).Where(member => EntryMember.Of(MemberReader.Name(scan.Text, member)) == EntryMembers.None);
        return string.Join('\n', own.Select(member => scan.Text.Slice(member.From, member.End)));
    }

    private static Entry? Find(ManifestScan scan, JobName name)
    {
        int index = scan.Map.Entries.IndexOf(name.Value);
        return index < 0 ? null : scan.Map.Entries[index];
    }
}
