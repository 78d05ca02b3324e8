using System.Collections;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>One entry of the job list: its name, which is unique, and its span.</summary>
internal readonly record struct Entry(JobName Name, int Start, int End)
{
    public Child Child => new(Start, End);

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
/// <param name="capacity">How many are expected.</param>
/// <param name="textLength">Where no entry can start any more.</param>
internal sealed class EntryList(int capacity, int textLength) : IReadOnlyList<Entry>
{
    /// <summary>More entries than a look at each would find as fast as an index.</summary>
    private const int Many = 8;

    /// <summary>Most times as many as there are that room is made for: what follows may be no entries.</summary>
    private const int MaxGrowth = 16;

    private Entry[] _entries = new Entry[capacity];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    public string[] Names
    {
        get
        {
            string[] names = new string[Count];
            for (int i = 0; i < names.Length; i++)
                names[i] = _entries[i].Name.Value;
            return names;
        }
    }

    public Entry this[int index] => _entries[index];

    /// <summary>Adds an entry, unless there is one of its name.</summary>
    public bool TryAdd(in Entry entry)
    {
        if (IndexOf(entry.Name.Value) >= 0)
            return false;
        if (Count == _entries.Length)
            Grow();
        _entries[Count] = entry;
        _index?.Add(entry.Name.Value, Count);
        Count++;
        return true;
    }

    /// <summary>Which entry has a name; -1 for none.</summary>
    public int IndexOf(string name)
    {
        if (Count > Many)
            return (_index ??= Index()).GetValueOrDefault(name, -1);
        for (int i = 0; i < Count; i++)
        {
            if (_entries[i].Name.IsTwinOf(name))
                return i;
        }

        return -1;
    }

    public IEnumerator<Entry> GetEnumerator() => _entries.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow()
    {
        Array.Resize(ref _entries, Count < Many ? 2 * Count : Math.Clamp(Expected(), 2 * Count, MaxGrowth * Count));
        _index?.EnsureCapacity(_entries.Length);
    }

    /// <summary>As many as the text holds if all are as long as those so far.</summary>
    private int Expected()
    {
        int first = _entries[0].Start;
        return 1 + (int)((long)Count * (textLength - first) / (_entries[Count - 1].End - first));
    }

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(_entries.Length, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Count; i++)
            index.Add(_entries[i].Name.Value, i);
        return index;
    }
}
