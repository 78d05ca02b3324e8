using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Plans the removal of a job: its entry, and its folder when nobody has worked in it.</summary>
internal static class JobRemoval
{
    public static ScaffoldPlan Plan(Workspace workspace, JobName name, bool deletesCode)
    {
        ModuleManifest manifest = WorkspaceManifest.Load(workspace);
        if (manifest.FindJob(name) is not { } listed)
            return WorkspaceManifest.NotListed(workspace, manifest, name);

        JobSource source = JobSources.Read(workspace).Find(listed.Name);
        Removal? removal = source.HasFolder ? Removal(workspace, listed, deletesCode) : null;
        ReadOnlyMemory<byte> after = manifest.RemoveJob(listed.Name).Utf8;
        bool keepsCode = source.HasFolder && removal is null;
        return new ScaffoldPlan
        {
            Root = workspace.Root,
            Jobs = [listed],
            Changes = [.. FolderChanges(workspace, source, keepsCode), FileChange.Update(Workspace.ManifestFile, manifest.Utf8, after)],
            Problems = keepsCode ? [Kept(workspace, source)] : [],
            Edit = new WorkspaceEdit { Removals = removal is null ? [] : [removal], Manifest = new ManifestEdit(manifest.Utf8, after) },
        };
    }

    private static Removal? Removal(Workspace workspace, JobDefinition listed, bool deletesCode)
    {
        if (deletesCode)
            return new Removal(listed.Name, Stub: null);
        return new JobStub(workspace).FindUntouched(listed) is { } stub ? new Removal(listed.Name, stub) : null;
    }

    private static IEnumerable<FileChange> FolderChanges(Workspace workspace, JobSource source, bool keepsCode)
    {
        if (!source.HasFolder)
            return [];
        return keepsCode ? [FileChange.Unchanged(source.Folder)] : FolderReader.Files(workspace.PathOf(source.Folder), source.Folder).Select(FileChange.Delete);
    }

    private static Problem Kept(Workspace workspace, JobSource source) => new()
    {
        Code = "WEB0308",
        Severity = Severity.Warning,
        Message = $"The code of the job '{source.Name}' is kept: it is not the untouched stub.",
        Hint = $"Delete the folder when you no longer need it. With --delete-code, 'webstir remove-job' deletes it together with the entry.",
        Path = workspace.PathOf(source.Folder),
    };
}
