using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Plans another schedule, description or priority for a job.</summary>
internal static class JobUpdate
{
    public static ScaffoldPlan Plan(Workspace workspace, JobName name, Func<JobDefinition, JobDefinition> change, IReadOnlyList<string>? schedulers)
    {
        ModuleManifest manifest = WorkspaceManifest.Load(workspace);
        if (manifest.FindJob(name) is not { } listed)
            return WorkspaceManifest.NotListed(workspace, manifest, name);

        JobDefinition wanted = change(listed) with { Name = listed.Name };
        ReadOnlyMemory<byte> after = manifest.UpdateJob(wanted).Utf8;
        bool isChanged = !after.Span.SequenceEqual(manifest.Utf8.Span);
        bool isRescheduled = wanted.Schedule is not null && wanted.Schedule != listed.Schedule;
        return new ScaffoldPlan
        {
            Root = workspace.Root,
            Jobs = [wanted],
            Changes = [isChanged ? FileChange.Update(Workspace.ManifestFile, manifest.Utf8, after) : FileChange.Unchanged(Workspace.ManifestFile)],
            Problems = isRescheduled ? [.. ScheduleJudge.Problems(wanted.Schedule!, schedulers ?? manifest.Schedulers)] : [],
            Edit = new WorkspaceEdit { Manifest = isChanged ? new ManifestEdit(manifest.Utf8, after) : null },
        };
    }
}
