using System.Collections.Immutable;

namespace Webstir.Sdk.Manifests;

/// <summary>Where the module manifest lies in a <c>package.json</c>.</summary>
/// <param name="Path">The containers on the way to the job list that exist, outermost first: root, <c>webstir</c>, module, <c>jobs</c>.</param>
/// <param name="ModuleKey">Name of the module's key: the one that exists, or the one to create.</param>
/// <param name="Entries">The jobs.</param>
internal readonly record struct ManifestMap(ImmutableArray<Child> Path, string ModuleKey, EntryList Entries)
{
    public const string WebstirKey = "webstir";
    public const string DocumentedModuleKey = "module";
    public const string NewerModuleKey = "moduleManifest";
    public const string JobsKey = "jobs";

    /// <summary>Name and version of the package.</summary>
    public Title PackageTitle { get; init; }

    /// <summary>Name and version of the module.</summary>
    public Title ModuleTitle { get; init; }

    /// <summary>Where the value of <c>webstir.schedulers</c> stands; 0 when it is absent.</summary>
    public int Schedulers { get; init; }

    /// <summary>Where the value of <c>webstir.export</c> stands; 0 when it is absent.</summary>
    public int Export { get; init; }

    public Child Root => Path[0];

    /// <summary>The <c>webstir</c> object; <see langword="null"/> when there is none.</summary>
    public Child? Webstir => At(1);

    /// <summary>The module object; <see langword="null"/> when there is none.</summary>
    public Child? Module => At(2);

    /// <summary>The job list; <see langword="null"/> when there is none.</summary>
    public Child? Jobs => At(3);

    /// <summary>Names of the keys that lead from the root to the job list.</summary>
    public string[] Keys => [WebstirKey, ModuleKey, JobsKey];

    private Child? At(int depth) => Path.Length > depth ? Path[depth] : null;
}

/// <summary>Where the values of an object's <c>name</c> and <c>version</c> stand; 0 for an absent one.</summary>
internal readonly record struct Title(int Name, int Version)
{
    /// <summary>The title after a value grew.</summary>
    public Title WithGrown(int valueStart, int growth) => new(Name > valueStart ? Name + growth : Name, Version > valueStart ? Version + growth : Version);
}
