using System.IO.Enumeration;
using Microsoft.Win32.SafeHandles;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Writes whole files: a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Ending of the names under which files are written before they are renamed into place.</summary>
    private const string TemporarySuffix = ".webstir";

    /// <summary>Puts new content in the place of a file; its mode is kept.</summary>
    /// <param name="path">The file, with all links followed: one in its place would not stay.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            RefuseReadOnly(path);
            WriteBeside(path, content, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The file cannot be written", path, error), error);
        }
    }

    /// <summary>Writes a file, whether it exists or not.</summary>
    /// <param name="path">The file, with all links followed.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (Existence.IsFile(path))
            Replace(path, content);
        else
            Create(path, content);
    }

    /// <summary>Deletes a file.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The file cannot be deleted", path, error), error);
        }
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

    /// <summary>Whether a name is one under which a run that was killed may have left a file.</summary>
    public static bool IsTemporary(string name) => FileSystemName.MatchesSimpleExpression($".????????.???{TemporarySuffix}", name);

    /// <summary>Deletes what runs that were killed left in a folder. Nobody else may be writing there.</summary>
    /// <exception cref="WebstirException">WEB0203: the folder cannot be read. WEB0204: the system refused.</exception>
    public static void DeleteTemporaries(string folder)
    {
        foreach (string name in FolderReader.Names(folder).Where(IsTemporary))
            Delete(Path.Join(folder, name));
    }

    /// <summary>Refuses a file that a rename would harm: one that is write-protected, because a rename asks its folder only, or has a second name.</summary>
    /// <exception cref="WebstirException">WEB0204: the file is write-protected. WEB0212: it has several names.</exception>
    public static void RefuseUnreplaceable(string path)
    {
        try
        {
            RefuseReadOnly(path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "The file cannot be written", path, error), error);
        }

        if (!OperatingSystem.IsWindows() && Posix.LinkCount(path) is > 1 and var names)
            throw new WebstirException(new Problem
            {
                Code = "WEB0212",
                Message = FormattableString.Invariant($"The file has {names} names (hard links). Replacing it would leave the others with the old content."),
                Hint = "Make it a file of its own ('cp package.json copy && mv copy package.json'), or a symbolic link.",
                Path = path,
            });
    }

    /// <summary>Writes a file that does not exist; a link in its place is not followed. On its way to the disk, but not waited for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="modeOf">File to take the mode from; <see langword="null"/> for the mode of any new file.</param>
    public static void WriteNew(string path, ReadOnlySpan<byte> content, string? modeOf)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (modeOf is not null && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, File.GetUnixFileMode(modeOf));
        try
        {
            RandomAccess.Write(file, content, fileOffset: 0);
            if (OperatingSystem.IsLinux())
                Posix.StartFlush(file);
        }
        catch (ArgumentOutOfRangeException error)
        {
            // What .NET makes of EFBIG, which a limit on the size of files gives (ulimit -f).
            throw new IOException($"The system allows no file of {content.Length} bytes : '{path}'", error);
        }
        catch (NotSupportedException error)
        {
            // What .NET makes of a failure to ask for the place in the file.
            throw new IOException($"The system cannot write at a place in the file : '{path}'", error);
        }
    }

    private static void RefuseReadOnly(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException("It is write-protected.");
    }

    private static void WriteBeside(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        string temporary = Path.Join(Path.GetDirectoryName(path), $".{Path.GetRandomFileName()}{TemporarySuffix}");
        try
        {
            WriteNew(temporary, content, modeOf: overwrite ? path : null);
            Disk.Flush([temporary]);
            if (overwrite)
                Disk.Replace(temporary, path);
            else
                File.Move(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
