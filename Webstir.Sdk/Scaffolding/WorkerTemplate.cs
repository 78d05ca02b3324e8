using System.Reflection;
using Webstir.Sdk.Manifests;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Scaffolding;

/// <summary>The worker, embedded as it stands in the repository, and what it builds on.</summary>
internal static class WorkerTemplate
{
    private const string Folder = "templates/worker/";
    private const string Sources = Folder + "src/";
    private const string Manifest = Folder + Workspace.ManifestFile;

    private static readonly Assembly Assembly = typeof(WorkerTemplate).Assembly;

    /// <summary>Files that the worker imports and <c>init</c> writes.</summary>
    public static IReadOnlyList<string> Needs { get; } =
    [
        "src/backend/env.ts",
        "src/backend/jobs/runtime.ts",
        "src/backend/observability/logger.ts",
        "src/backend/scheduling/list.ts",
        "src/backend/scheduling/manifest.ts",
        "src/backend/scheduling/options.ts",
        "src/backend/scheduling/priority.ts",
        "src/backend/scheduling/schedule.ts",
        "src/backend/scheduling/timetable.ts",
        "src/backend/scheduling/watch.ts",
        "src/backend/shutdown.ts",
        "src/backend/workspace.ts",
    ];

    /// <summary>The worker's files, sorted by path.</summary>
    public static IEnumerable<NewFile> Files() =>
        from resource in Assembly.GetManifestResourceNames()
        let name = resource.Replace('\\', '/')
        where name.StartsWith(Sources, StringComparison.Ordinal)
        select new NewFile(name[Folder.Length..], Content(resource)) into file
        orderby file.Path
        select file;

    /// <summary>Packages that the worker imports, with the versions that it is tested with.</summary>
    public static IEnumerable<Dependency> Packages()
    {
        ManifestText text = ManifestText.Of(Content(Manifest), Manifest);
        return DependencyList.Read(text, ManifestScan.Of(text).Map.Root).All;
    }

    private static byte[] Content(string resource)
    {
        using Stream stream = Assembly.GetManifestResourceStream(resource)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
