using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Plans the worker: its files, and the packages that it needs.</summary>
internal sealed class WorkerAddition
{
    private readonly Workspace _workspace;
    private readonly bool _adopts;
    private readonly List<Problem> _problems = [];
    private readonly List<FileChange> _changes = [];
    private readonly List<NewFile> _newFiles = [];

    private WorkerAddition(Workspace workspace, bool adopts)
    {
        _workspace = workspace;
        _adopts = adopts;
    }

    public static ScaffoldPlan Plan(Workspace workspace, bool adopts)
    {
        ModuleManifest manifest = WorkspaceManifest.Load(workspace);
        string[] missing = [.. WorkerTemplate.Needs.Where(path => !Existence.IsFile(workspace.PathOf(path)))];
        if (missing.Length > 0)
            return new ScaffoldPlan { Root = workspace.Root, Jobs = [], Changes = [], Problems = [NoRuntime(workspace, missing)] };

        var addition = new WorkerAddition(workspace, adopts);
        foreach (NewFile file in WorkerTemplate.Files())
            addition.Add(file);
        return addition.ToPlan(manifest);
    }

    private void Add(NewFile file)
    {
        string path = RealPath.Inside(_workspace.Root, file.Path);
        if (!Existence.IsAnything(path))
        {
            _changes.Add(FileChange.Create(file.Path, file.Content.ToArray()));
            _newFiles.Add(file);
        }
        else if (Existence.IsFile(path) && (_adopts || FileReader.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content.Span)))
        {
            _changes.Add(FileChange.Unchanged(file.Path));
        }
        else
        {
            _changes.Add(FileChange.Conflict(file.Path));
            _problems.Add(InTheWay(file, isFile: Existence.IsFile(path)));
        }
    }

    private ScaffoldPlan ToPlan(ModuleManifest manifest)
    {
        ModuleManifest edited = WorkerTemplate.Packages().Aggregate(manifest, List);
        bool isEdited = edited != manifest;
        return new ScaffoldPlan
        {
            Root = _workspace.Root,
            Jobs = [],
            Changes = [.. _changes, isEdited ? FileChange.Update(Workspace.ManifestFile, manifest.Utf8, edited.Utf8) : FileChange.Unchanged(Workspace.ManifestFile)],
            Problems = _problems,
            Edit = new WorkspaceEdit { Files = [.. _newFiles], Manifest = isEdited ? new ManifestEdit(manifest.Utf8, edited.Utf8) : null },
        };
    }

    private ModuleManifest List(ModuleManifest manifest, Dependency wanted)
    {
        if (manifest.FindDependency(wanted.Package) is not { } listed)
            return manifest.AddDependency(wanted.Package, wanted.Version);
        if (listed.Version != wanted.Version)
            _problems.Add(OtherVersion(listed, wanted.Version));
        return manifest;
    }

    private static Problem NoRuntime(Workspace workspace, string[] missing) => new()
    {
        Code = "WEB0701",
        Message = $"The worker builds on files that this workspace lacks: {string.Join(", ", missing.Select(path => $"'{path}'"))}. 'webstir init' writes them.",
        Hint = "Copy them from a workspace that 'webstir init' made, or move the jobs there.",
        Path = workspace.Root,
    };

    private Problem InTheWay(NewFile file, bool isFile) => new()
    {
        Code = "WEB0702",
        Message = isFile ? "The file is not what add-worker writes. Nothing that exists is overwritten." : "A folder is in the place of the worker's file.",
        Hint = isFile ? "Keep it as it is and add only what is missing with 'webstir add-worker --force', or move it away." : "Move it away.",
        Path = _workspace.PathOf(file.Path),
    };

    private Problem OtherVersion(Dependency listed, string version) => new()
    {
        Code = "WEB0703",
        Severity = Severity.Warning,
        Message = $"'{listed.Package}' is listed as '{Printable.Quote(listed.Version)}', which stays. The worker is tested with '{version}'.",
        Hint = $"Change it with 'npm install {listed.Package}@{version}' if the worker does not run.",
        Path = _workspace.PathOf(Workspace.ManifestFile),
        Position = listed.Position,
    };
}
