using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>The module manifest of a workspace, as plans see it.</summary>
internal static class WorkspaceManifest
{
    /// <exception cref="WebstirException">WEB0209: it lies outside of the workspace. Others: see <see cref="ModuleManifest.Load"/>.</exception>
    public static ModuleManifest Load(Workspace workspace)
    {
        RealPath.Inside(workspace.Root, Workspace.ManifestFile);
        return ModuleManifest.Load(workspace.PathOf(Workspace.ManifestFile));
    }

    /// <summary>What stands against a schedule, or is to be known of it, where it is to run on every one of some schedulers.</summary>
    public static IEnumerable<Problem> Judge(string schedule, IReadOnlyList<string>? schedulers) =>
        ScheduleReport.Of(ScheduleValidator.Validate(schedule, new ScheduleOptions { Schedulers = schedulers }));

    /// <summary>The plan that is refused because the job has no entry.</summary>
    public static ScaffoldPlan NotListed(Workspace workspace, ModuleManifest manifest, JobName name) => new()
    {
        Root = workspace.Root,
        Jobs = [],
        Changes = [FileChange.Conflict(Workspace.ManifestFile)],
        Problems = [manifest.NotListed(name)],
        Edit = new WorkspaceEdit(),
    };
}
