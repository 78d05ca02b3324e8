using System.Reflection;
using Webstir.Sdk.Transactions;

namespace Webstir.Sdk.Scaffolding;

/// <summary>The files of the worker, embedded as they stand in the repository, and what they build on.</summary>
internal static class WorkerTemplate
{
    private const string Folder = "templates/worker/";

    /// <summary>Packages that the worker imports, with the versions that it is tested with.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Packages { get; } =
    [
        new("bullmq", "^6.7.0"),
        new("ioredis", "^6.0.0"),
    ];

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

    /// <summary>The worker's own files, sorted by path.</summary>
    public static IEnumerable<NewFile> Files()
    {
        Assembly assembly = typeof(WorkerTemplate).Assembly;
        return from resource in assembly.GetManifestResourceNames()
               let name = resource.Replace('\\', '/')
               where name.StartsWith(Folder, StringComparison.Ordinal)
               orderby name
               select new NewFile(name[Folder.Length..], Content(assembly, resource));
    }

    private static byte[] Content(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
