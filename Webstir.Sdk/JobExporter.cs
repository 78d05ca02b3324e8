using Webstir.Sdk.Exporting;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Writes the scheduled jobs of a module as files of a production scheduler.</summary>
/// <remarks>
/// A schedule means what the first of the workspace's schedulers reads (<c>webstir.schedulers</c>), else what Webstir's own reads,
/// else what the first scheduler of the table does that accepts it. What the target cannot say is refused, never rounded; where its
/// files mean something slightly else, a warning says so. The same manifest gives the same bytes.
/// </remarks>
/// <example>
/// <code>
/// var exporter = new JobExporter(Workspace.Find(folder));
/// var request = new ExportRequest { Target = "kubernetes", Settings = new Dictionary&lt;string, string&gt; { ["image"] = "demo:1" } };
/// ChangePlan plan = exporter.Export(request);
/// </code>
/// </example>
public sealed class JobExporter
{
    private readonly Workspace _workspace;

    /// <summary>An exporter for one workspace.</summary>
    public JobExporter(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
    }

    /// <summary>Identifiers of the targets.</summary>
    public static IReadOnlyList<string> Targets => ExportTargets.Ids;

    /// <summary>How to wait while another process changes the workspace.</summary>
    public LockWait LockWait { get; init; } = new();

    /// <summary>Kinds of files for a target, the default first; none for an unknown target.</summary>
    public static IReadOnlyList<string> Formats(string target) => [.. ExportTargets.Formats(target)];

    /// <summary>Works out what an export would write. Nothing is written.</summary>
    /// <returns>
    /// The plan. Its problems are errors when the target is unknown (WEB0501), a setting is missing (WEB0502), unknown (WEB0503) or
    /// malformed (WEB0509), a job is not listed (WEB0303), its schedule invalid (WEB04xx) or beyond the target (WEB0504), its name
    /// or description not possible there (WEB0506), or a file in the way (WEB0508); and warnings when a meaning shifts (WEB0505)
    /// or there is nothing to export (WEB0510).
    /// </returns>
    /// <exception cref="WebstirException">
    /// WEB0209: a path leads out of the workspace. WEB0213: a template of the workspace is wrong. The manifest cannot be read or is
    /// not what it should be: see <see cref="ModuleManifest"/>.
    /// </exception>
    public ChangePlan Plan(ExportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JobExport.Plan(_workspace, request);
    }

    /// <summary>Compares the files on the disk with those that an export would write. Nothing is written.</summary>
    /// <returns>The plan, with an error (WEB0507) for each file that would change.</returns>
    /// <exception cref="WebstirException">As for <see cref="Plan"/>.</exception>
    public ChangePlan Check(ExportRequest request)
    {
        ChangePlan plan = Plan(request);
        return plan with { Problems = [.. plan.Problems, .. plan.Changes.Where(change => change.Kind is ChangeKind.Create or ChangeKind.Update or ChangeKind.Delete).Select(Differs)] };
    }

    /// <summary>Writes the files: all of them, or, as far as the system lets it, none. With errors in the plan, nothing is written.</summary>
    /// <remarks>A kill in between leaves each of them whole; the next export writes the rest.</remarks>
    /// <returns>The plan that was carried out, or that cannot be. On a network file system, its problems say that other machines may not see the lock (WEB0215, a warning).</returns>
    /// <exception cref="WebstirException">
    /// As for <see cref="Plan"/>. WEB0204: a file cannot be written. WEB0210: another process keeps the lock. WEB0211: the workspace
    /// cannot be locked. WEB0212: a file has several names (hard links).
    /// </exception>
    public ChangePlan Export(ExportRequest request)
    {
        using WorkspaceLock taken = WorkspaceLock.Take(_workspace, LockWait, CancellationToken.None);
        Recovery.Run(new TransactionFiles(_workspace));
        ChangePlan plan = Plan(request);
        if (!plan.CanApply)
            return plan;
        ChangeWriter.Write(plan);
        return plan.And(taken.Warning);
    }

    private Problem Differs(FileChange change) => new()
    {
        Code = "WEB0507",
        Message = change.Kind switch
        {
            ChangeKind.Create => "The file is missing. The manifest asks for it.",
            ChangeKind.Delete => "The file is of a job that the manifest does not list.",
            _ => "The file does not say what the manifest says.",
        },
        Hint = "Run the same command without --check.",
        Path = _workspace.PathOf(change.Path),
    };
}
