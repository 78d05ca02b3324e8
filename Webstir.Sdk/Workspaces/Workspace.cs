using System.Runtime.CompilerServices;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>A folder with a <c>package.json</c> and a backend under <c>src/backend</c>.</summary>
public sealed record Workspace
{
    /// <summary>Path of the manifest's file below the root.</summary>
    public const string ManifestFile = "package.json";

    /// <summary>Path of the backend's sources below the root.</summary>
    public const string BackendFolder = "src/backend";

    /// <summary>Path of the jobs' sources below the root: one folder a job.</summary>
    public const string JobsFolder = BackendFolder + "/jobs";

    private Workspace(string root) => Root = root;

    /// <summary>Absolute path of the workspace.</summary>
    public string Root { get; }

    /// <summary>Opens a workspace at its root.</summary>
    /// <param name="root">Absolute path of the workspace.</param>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    /// <exception cref="WebstirException">WEB0201: there is no such folder. WEB0202: it has no <c>package.json</c>. WEB0206: it has no backend.</exception>
    public static Workspace Open(string root)
    {
        RefuseRelative(root);
        var workspace = new Workspace(Path.TrimEndingDirectorySeparator(root));
        if (!Existence.IsFolder(root))
            throw Missing("WEB0201", $"There is no folder '{Printable.Line(root)}'.", "Give the path of a workspace with --workspace.");
        if (!Existence.IsFile(workspace.PathOf(ManifestFile)))
            throw Missing("WEB0202", $"The folder '{Printable.Line(root)}' has no {ManifestFile}. A workspace has one at its root.", "Create it with 'npm init', or give another folder with --workspace.");
        if (!Existence.IsFolder(workspace.PathOf(BackendFolder)))
            throw Missing("WEB0206", $"The folder '{Printable.Line(root)}' has no {BackendFolder}. A workspace has its backend's sources there.", $"Create {BackendFolder}, or give another folder with --workspace.");
        return workspace;
    }

    /// <summary>Finds the innermost workspace that contains a folder.</summary>
    /// <param name="folder">Absolute path to start from; searched upward.</param>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    /// <exception cref="WebstirException">WEB0201: neither the folder nor one above it is a workspace. WEB0206: one has a <c>package.json</c>, but none has a backend.</exception>
    public static Workspace Find(string folder)
    {
        RefuseRelative(folder);
        string? nearestPackage = null;
        for (string? root = folder; root is not null; root = Path.GetDirectoryName(root))
        {
            var workspace = new Workspace(root);
            if (!Existence.IsFile(workspace.PathOf(ManifestFile)))
                continue;
            if (Existence.IsFolder(workspace.PathOf(BackendFolder)))
                return workspace;
            nearestPackage ??= root;
        }

        return nearestPackage is not null
            ? Open(nearestPackage)
            : throw Missing("WEB0201", $"There is no workspace here or above: no folder with {ManifestFile} and {BackendFolder} contains '{Printable.Line(folder)}'.", "Go to a workspace, or give its path with --workspace.");
    }

    /// <summary>A folder that is to become a workspace.</summary>
    internal static Workspace At(string root) => new(root);

    /// <summary>Absolute path of something in the workspace.</summary>
    /// <param name="relativePath">Path below the root, with <c>/</c>.</param>
    public string PathOf(string relativePath) => Path.Join(Root, relativePath);

    /// <summary>A relative path would depend on the process's current folder, which is not ours to read.</summary>
    private static void RefuseRelative(string path, [CallerArgumentExpression(nameof(path))] string? parameter = null)
    {
        if (!Path.IsPathFullyQualified(path ?? throw new ArgumentNullException(parameter)))
            throw new ArgumentException($"The path '{path}' is relative. Give an absolute one, for example from Path.GetFullPath.", parameter);
    }

    private static WebstirException Missing(string code, string message, string hint) =>
        new(new Problem { Code = code, Message = message, Hint = hint });
}
