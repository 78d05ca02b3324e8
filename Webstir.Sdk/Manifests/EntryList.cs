using System.Collections;

namespace Webstir.Sdk.Manifests;

/// <summary>One entry of the job list: its name, checked and unique, and its span.</summary>
internal readonly record struct Entry(string Name, int Start, int End);

/// <summary>The entries of the job list, in the order of the text, each found by its name, ignoring case.</summary>
internal sealed class EntryList : IReadOnlyList<Entry>
{
    private readonly OrderedDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _entries.Count;

    public IReadOnlyList<string> Names => _entries.Keys;

    public Entry this[int index] => _entries.GetAt(index).Value;

    /// <summary>Adds an entry, unless there is one of its name.</summary>
    public bool TryAdd(Entry entry) => _entries.TryAdd(entry.Name, entry);

    /// <summary>Which entry has a name; -1 for none.</summary>
    public int IndexOf(string name) => _entries.IndexOf(name);

    public IEnumerator<Entry> GetEnumerator() => _entries.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
