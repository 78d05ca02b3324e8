using System.Collections.Immutable;

namespace Webstir.Sdk.Manifests;

/// <summary>Where the module manifest lies in a <c>package.json</c>.</summary>
/// <param name="Path">The containers on the way to the job list that exist, outermost first: root, <c>webstir</c>, module, <c>jobs</c>.</param>
/// <param name="ModuleKey">Name of the module's key: the one that exists, or the one to create.</param>
/// <param name="Entries">The jobs.</param>
internal sealed record ManifestMap(ImmutableArray<Container> Path, string ModuleKey, EntryList Entries)
{
    public const string WebstirKey = "webstir";
    public const string DocumentedModuleKey = "module";
    public const string NewerModuleKey = "moduleManifest";
    public const string JobsKey = "jobs";

    public Container Root => Path[0];

    /// <summary>The <c>webstir</c> object; <see langword="null"/> when there is none.</summary>
    public Container? Webstir => At(1);

    /// <summary>The module object; <see langword="null"/> when there is none.</summary>
    public Container? Module => At(2);

    /// <summary>The job list; <see langword="null"/> when there is none.</summary>
    public Container? Jobs => At(3);

    /// <summary>Names of the keys that lead from the root to the job list.</summary>
    public IReadOnlyList<string> Keys => [WebstirKey, ModuleKey, JobsKey];

    private Container? At(int depth) => Path.Length > depth ? Path[depth] : null;
}
