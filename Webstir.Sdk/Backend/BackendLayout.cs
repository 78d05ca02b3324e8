namespace Webstir.Sdk.Backend;

/// <summary>Where a backend's parts lie, below the workspace root.</summary>
internal static class BackendLayout
{
    public const string Server = "src/backend/index.ts";
    public const string Scheduler = "src/backend/jobs/scheduler.ts";
    public const string Worker = "src/backend/jobs/worker.ts";
    public const string Runtime = "src/backend/jobs/runtime.ts";
    public const string Output = "build/backend";
    public const string BuiltServer = Output + "/index.js";
    public const string Entries = ".webstir/entries";
    public const string OutputList = ".webstir/outputs.json";
    public const string IngestedManifest = ".webstir/backend-manifest.json";
}
