using System.IO.Enumeration;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Lists folders, and says in one line why one cannot be listed.</summary>
internal static class FolderReader
{
    /// <summary>.NET's own default leaves out what is hidden, and what may not be read.</summary>
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>What a folder holds; nothing when there is no such folder.</summary>
    /// <exception cref="WebstirException">WEB0203: it cannot be read, or is no folder.</exception>
    public static FileSystemInfo[] Entries(string path) => Read(path, path => new DirectoryInfo(path).GetFileSystemInfos());

    /// <summary>As <see cref="Entries"/>, without a look at each.</summary>
    /// <exception cref="WebstirException">As for <see cref="Entries"/>.</exception>
    public static FolderEntry[] List(string path) =>
        Read(path, path => (FolderEntry[])[.. new FileSystemEnumerable<FolderEntry>(path, (ref FileSystemEntry entry) => new FolderEntry(entry.FileName.ToString(), entry.IsDirectory), Everything)]);

    private static T[] Read<T>(string path, Func<string, T[]> read)
    {
        try
        {
            return read(path);
        }
        catch (DirectoryNotFoundException) when (!Existence.IsFile(path))
        {
            return [];
        }
        catch (IOException error) when (Existence.IsFile(path))
        {
            throw new WebstirException(new Problem { Code = "WEB0203", Message = "A file stands where a folder belongs.", Hint = "Move it away.", Path = path }, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0203", "The folder cannot be read", path, error), error);
        }
    }

    /// <summary>Names of what a folder holds, sorted.</summary>
    /// <exception cref="WebstirException">As for <see cref="Entries"/>.</exception>
    public static string[] Names(string path) => [.. List(path).Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    /// <summary>Paths of all that is below a folder and is no folder itself, sorted; of a link, the link.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="prefix">What stands for it in the result.</param>
    /// <exception cref="WebstirException">As for <see cref="Entries"/>.</exception>
    public static string[] Files(string path, string prefix)
    {
        if (Existence.IsLink(path))
            return [prefix];
        return [.. Entries(path)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .SelectMany(entry => entry is DirectoryInfo ? Files(entry.FullName, $"{prefix}/{entry.Name}") : [$"{prefix}/{entry.Name}"])];
    }
}

/// <summary>Something in a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder);
