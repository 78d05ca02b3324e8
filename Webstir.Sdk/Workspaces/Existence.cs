using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What stands at a path. A look that fails is a failure here; <see cref="File.Exists"/> and its like take it for nothing there.</summary>
/// <remarks>A link counts as what it leads to, and one that leads nowhere as a file.</remarks>
internal static class Existence
{
    /// <exception cref="WebstirException">WEB0203: the path cannot be looked at.</exception>
    public static bool IsFile(string path) => AttributesOf(path) is { } attributes && !attributes.HasFlag(FileAttributes.Directory);

    /// <exception cref="WebstirException">As for <see cref="IsFile"/>.</exception>
    public static bool IsFolder(string path) => AttributesOf(path) is { } attributes && attributes.HasFlag(FileAttributes.Directory);

    /// <exception cref="WebstirException">As for <see cref="IsFile"/>.</exception>
    public static bool IsLink(string path) => AttributesOf(path) is { } attributes && attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Whether a file, and no link to one, stands there: somebody else's repository may bring a link, to wherever it likes.</summary>
    /// <exception cref="WebstirException">As for <see cref="IsFile"/>.</exception>
    public static bool IsFileItself(string path) => AttributesOf(path) is { } attributes && (attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == 0;

    /// <summary>Whether a folder, and no link to one, stands there.</summary>
    /// <exception cref="WebstirException">As for <see cref="IsFile"/>.</exception>
    public static bool IsFolderItself(string path) => AttributesOf(path) is { } attributes && (attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == FileAttributes.Directory;

    /// <exception cref="WebstirException">As for <see cref="IsFile"/>.</exception>
    public static bool IsAnything(string path) => AttributesOf(path) is not null;

    private static FileAttributes? AttributesOf(string path)
    {
        const FileAttributes Nothing = (FileAttributes)(-1);
        try
        {
            // Without an exception for what is not there, unlike File.GetAttributes.
            return new FileInfo(path).Attributes is var attributes && attributes == Nothing ? null : attributes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0203", "The path cannot be looked at", path, error), error);
        }
    }
}
