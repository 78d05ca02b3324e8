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
        if (manifest.FindJob(name) is not { } listed || listed.Name != name)
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
            Problems = keepsCode ? [Kept(workspace, source)] : source.State == JobSourceState.Blocked && !source.HasFolder ? [KeptStranger(workspace, source)] : [],
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
        Message = $"The code of the job '{source.Name}' is kept: it is not the stub that 'webstir add-job' would write for its entry.",
        Hint = $"Delete the folder when you no longer need it. With --delete-code, 'webstir remove-job' deletes it together with the entry.",
        Path = workspace.PathOf(source.Folder),
    };

    /// <summary>A file in the place of the folder, or a folder whose name differs in case: <c>add-job</c> makes neither.</summary>
    private static Problem KeptStranger(Workspace workspace, JobSource source)
    {
        string reason = source.Occupant == source.Folder ? "it is a file, and a job has a folder" : $"the folder of the job '{source.Name}' is '{source.Folder}'";
        return new Problem
        {
            Code = "WEB0308",
            Severity = Severity.Warning,
            Message = $"'{Printable.Quote(source.Occupant)}' is kept: {reason}.",
            Hint = "Delete it when you no longer need it.",
            Path = workspace.PathOf(source.Occupant),
        };
    }
}
