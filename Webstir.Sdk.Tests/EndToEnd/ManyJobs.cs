using System.Globalization;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>Jobs by the dozen.</summary>
internal static class ManyJobs
{
    /// <summary>Writes jobs, sources and entries, and gives their names in the order in which all of them run.</summary>
    public static string[] AddTo(BackendWorkspace workspace, int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"job-{number:0000}"))];
        foreach (string name in names)
            workspace.WriteJob(name, $"export async function run(): Promise<void> {{\n  console.info('ran {name}');\n}}\n");
        workspace.EditModule(module => module["jobs"] = new JsonArray([.. names.Select(name => new JsonObject { ["name"] = name, ["schedule"] = "0 0 * * *" })]));
        return names;
    }
}
