using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Checks a workspace for a build: everything that stands against running its jobs in production.</summary>
/// <remarks><see cref="BackendInspector"/> shows what a backend declares; this judges it.</remarks>
public static class WorkspaceChecker
{
    /// <summary>Checks a workspace. Nothing is written.</summary>
    /// <param name="root">Absolute path of the workspace.</param>
    /// <param name="clock">Now, to warn of schedules whose last run is over.</param>
    /// <returns>
    /// All problems, each with its place, in the order of the manifest; none when the workspace is sound. Errors: a schedule that is
    /// invalid, never fires, or is refused by a scheduler that the workspace deploys to (WEB04xx); an entry without source (WEB0306).
    /// Warnings: a schedule that is accepted and may be misread (WEB04xx); a source without entry (WEB0307). What keeps the workspace
    /// from being read, as two jobs of one name (WEB0109), is the only problem then.
    /// </returns>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    public static IReadOnlyList<Problem> Check(string root, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            var workspace = Workspace.Open(root);
            return new BackendCheck(workspace, WorkspaceManifest.Load(workspace), clock.GetUtcNow()).Problems();
        }
        catch (WebstirException error)
        {
            return [error.Problem];
        }
    }
}
