using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
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
