using System.Reflection;
using System.Text;

namespace Webstir.Sdk.Scaffolding;

/// <summary>The files of a new workspace: embedded as they stand in the repository, where they are type-checked and tested.</summary>
internal static class WorkspaceTemplate
{
    /// <summary>Name that stands in the template's <c>package.json</c>.</summary>
    private const string NamePlaceholder = "\"name\": \"webstir-workspace\"";

    private const string Folder = "templates/workspace/";

    /// <summary>Paths and contents, sorted by path.</summary>
    /// <param name="packageName">Name for the <c>package.json</c>.</param>
    public static IEnumerable<FileChange> Files(string packageName)
    {
        Assembly assembly = typeof(WorkspaceTemplate).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: TargetPath(resource.Replace('\\', '/'))!))
            .Where(file => file.Path is not null)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => FileChange.Create(file.Path, Content(assembly, file.Resource, file.Path, packageName)));
    }

    /// <summary>Where a resource goes; <see langword="null"/> when it is of another template.</summary>
    private static string? TargetPath(string resource)
    {
        if (!resource.StartsWith(Folder, StringComparison.Ordinal))
            return null;

        // Under its own name it would hide the template's files from git.
        return resource[Folder.Length..] is "_gitignore" ? ".gitignore" : resource[Folder.Length..];
    }

    private static byte[] Content(Assembly assembly, string resource, string path, string packageName)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string text = reader.ReadToEnd();
        return Encoding.UTF8.GetBytes(path == Workspaces.Workspace.ManifestFile ? text.Replace(NamePlaceholder, $"\"name\": \"{packageName}\"", StringComparison.Ordinal) : text);
    }
}
