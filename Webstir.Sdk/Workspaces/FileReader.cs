using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Reads files, and says in one line why one cannot be read.</summary>
internal static class FileReader
{
    /// <exception cref="WebstirException">WEB0202: there is no such file. WEB0203: it cannot be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        try
        {
            return OrdinaryFile.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(Refusal(path, error), error);
        }
    }

    /// <summary>Whether a path leads to a file of this content.</summary>
    /// <exception cref="WebstirException">WEB0203: it cannot be read.</exception>
    public static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            return Existence.IsFile(path) && OrdinaryFile.Holds(path, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(Refusal(path, error), error);
        }
    }

    private static Problem Refusal(string path, Exception error) => error is FileNotFoundException or DirectoryNotFoundException
        ? new Problem { Code = "WEB0202", Message = "The file does not exist.", Hint = "Create it with 'npm init'.", Path = path }
        : FileProblem.Of("WEB0203", "The file cannot be read", path, error);
}
