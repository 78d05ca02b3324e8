using System.Text.Json.Nodes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>What an edit must come to, worked out with another object model and none of the product's code.</summary>
internal static class ManifestOracle
{
    /// <summary>The old value with a job where the new one has it.</summary>
    public static JsonNode WithJob(JsonNode before, JsonNode after, JobDefinition job)
    {
        JsonNode expected = before.DeepClone();
        JsonObject webstir = Child(expected.AsObject(), "webstir", () => new JsonObject());
        JsonObject module = Child(webstir, ModuleKey(webstir), () => new JsonObject());
        Child(module, "jobs", () => new JsonArray()).Insert(PlaceOf(after, job), Entry(job));
        return expected;
    }

    /// <summary>The list of jobs; <see langword="null"/> when there is none.</summary>
    public static JsonArray? Jobs(JsonNode root) =>
        root["webstir"] is JsonObject webstir && webstir[ModuleKey(webstir)] is JsonObject module ? module["jobs"] as JsonArray : null;

    public static JsonObject Entry(JobDefinition job)
    {
        var entry = new JsonObject { ["name"] = job.Name.Value };
        if (job.Schedule is not null)
            entry["schedule"] = job.Schedule;
        if (job.Description is not null)
            entry["description"] = job.Description;
        if (job.Priority is { } priority)
            entry["priority"] = priority.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(priority.Text);
        return entry;
    }

    private static int PlaceOf(JsonNode root, JobDefinition job) =>
        Jobs(root)!.TakeWhile(entry => (string?)entry!["name"] != job.Name.Value).Count();

    /// <summary>The key that exists; of two, the one with jobs, else the documented one.</summary>
    private static string ModuleKey(JsonObject webstir)
    {
        bool isNewer = webstir["moduleManifest"] is JsonObject newer && (newer.ContainsKey("jobs") || !webstir.ContainsKey("module"));
        return isNewer ? "moduleManifest" : "module";
    }

    private static T Child<T>(JsonObject parent, string key, Func<T> create)
        where T : JsonNode
    {
        if (parent[key] is not T child)
            parent[key] = child = create();
        return child;
    }
}
