using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Writes whole files: a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Puts new content in the place of a file; a link to it stays a link, and its mode is kept.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            RefuseReadOnly(target);
            WriteBeside(target, content, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The file cannot be written", path, error), error);
        }
    }

    /// <summary>Writes a file, whether it exists or not.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path))
            Replace(path, content);
        else
            Create(path, content);
    }

    /// <summary>Creates a file, and the folders on the way to it.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused, or the file exists.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteBeside(path, content, overwrite: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The file cannot be written", path, error), error);
        }
    }

    /// <summary>A rename would replace a write-protected file: only its folder's permissions count for that.</summary>
    private static void RefuseReadOnly(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException("It is write-protected.");
    }

    private static void WriteBeside(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        string temporary = Path.Join(Path.GetDirectoryName(path), $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (overwrite && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
