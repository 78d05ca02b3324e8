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

    /// <summary>The workspace's own folder, of which a build takes some names.</summary>
    public const string Own = ".webstir";
    public const string Entries = Own + "/entries";
    public const string OutputList = Own + "/outputs.json";
    public const string IngestedManifest = Own + "/backend-manifest.json";
}
