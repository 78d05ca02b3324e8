using System.Collections;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>One entry of the job list: its name, which is unique, and its span.</summary>
internal readonly record struct Entry(JobName Name, int Start, int End)
{
    public EntryValues Values { get; init; }

    /// <summary>Whether it has members that are the user's own.</summary>
    public bool HasOthers { get; init; }
}

/// <summary>Where an entry's values stand; <c>0..0</c> for an absent one.</summary>
internal readonly record struct EntryValues(Range Schedule, Range Description, Range Priority)
{
    public EntryValues With(EntryMembers member, Range value) => member switch
    {
        EntryMembers.Schedule => this with { Schedule = value },
        EntryMembers.Description => this with { Description = value },
        EntryMembers.Priority => this with { Priority = value },
        _ => this,
    };
}

/// <summary>The entries of the job list, in the order of the text, each found by its name, ignoring case.</summary>
internal sealed class EntryList : IReadOnlyList<Entry>
{
    private readonly OrderedDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _entries.Count;

    public IReadOnlyList<string> Names => _entries.Keys;

    public Entry this[int index] => _entries.GetAt(index).Value;

    /// <summary>Adds an entry, unless there is one of its name.</summary>
    public bool TryAdd(Entry entry) => _entries.TryAdd(entry.Name.Value, entry);

    /// <summary>Which entry has a name; -1 for none.</summary>
    public int IndexOf(string name) => _entries.IndexOf(name);

    public IEnumerator<Entry> GetEnumerator() => _entries.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
