using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Manifests;

/// <summary>Where the module manifest lies in a <c>package.json</c>.</summary>
/// <param name="Path">The containers on the way to the job list that exist, outermost first: root, <c>webstir</c>, module, <c>jobs</c>.</param>
/// <param name="ModuleKey">Name of the module's key: the one that exists, or the one to create.</param>
/// <param name="Entries">The jobs, in the order of the text.</param>
/// <param name="Places">Which entry has a name, ignoring case.</param>
internal sealed record ManifestMap(IReadOnlyList<Container> Path, string ModuleKey, IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, int> Places)
{
    public const string WebstirKey = "webstir";
    public const string DocumentedModuleKey = "module";
    public const string NewerModuleKey = "moduleManifest";
    public const string JobsKey = "jobs";

    public Container Root => Path[0];

    /// <summary>The <c>webstir</c> object; <see langword="null"/> when there is none.</summary>
    public Container? Webstir => Path.Count > 1 ? Path[1] : null;

    /// <summary>The module object; <see langword="null"/> when there is none.</summary>
    public Container? Module => Path.Count > 2 ? Path[2] : null;

    /// <summary>The job list; <see langword="null"/> when there is none.</summary>
    public Container? Jobs => Path.Count > 3 ? Path[3] : null;

    /// <summary>Which entry has a name, ignoring case; -1 for none.</summary>
    public int IndexOf(string name) => Places.TryGetValue(name, out int place) ? place : -1;

    /// <summary>Names of the keys that lead from the root to the job list.</summary>
    public IReadOnlyList<string> Keys => [WebstirKey, ModuleKey, JobsKey];
}

/// <summary>One entry of the job list: its name, which is unique, and its span.</summary>
internal readonly record struct Entry(JobName Name, int Start, int End)
{
    public EntryValues Values { get; init; }
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
