using System.IO.Enumeration;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Writes whole files: a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Ending of the names under which files are written before they are renamed into place.</summary>
    private const string TemporarySuffix = ".webstir";

    /// <summary>Writes a file, whether it exists or not, and the folders on the way to it.</summary>
    /// <param name="path">The file, with all links followed: one in its place would not stay.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content)
    {
        bool replaces = Existence.IsFile(path);
        FileProblem.Guard("The file cannot be written", path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        string staged = Stage(path, content, replaces);
        try
        {
            FileProblem.Guard("The file cannot be written", path, () => Disk.Flush([staged]));
            Place(staged, path, replaces);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>Writes new content beside a file. On its way to the disk, but not waited for.</summary>
    /// <param name="path">The file, with all links followed. Its folder exists.</param>
    /// <param name="content">The content.</param>
    /// <param name="replaces">Whether the file exists, and leaves its mode to the new one.</param>
    /// <returns>Where the content waits for <see cref="Place"/>.</returns>
    /// <exception cref="WebstirException">WEB0204: the system refused, or the file is write-protected.</exception>
    public static string Stage(string path, ReadOnlyMemory<byte> content, bool replaces)
    {
        string staged = TemporaryBeside(path);
        try
        {
            FileProblem.Guard("The file cannot be written", path, () =>
            {
                if (replaces)
                    RefuseReadOnly(path);
                WriteNew(staged, content.Span, modeOf: replaces ? path : null);
            });
            return staged;
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>Puts staged content in its place in one step; never over a file that was not to be replaced.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Place(string staged, string path, bool replaces) => FileProblem.Guard("The file cannot be written", path, () =>
    {
        if (replaces)
            Disk.Replace(staged, path);
        else
            Disk.RenameNew(staged, path);
    });

    /// <summary>Takes a file out of its place in one step.</summary>
    /// <returns>Where it is until it is deleted, or put back.</returns>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static string TakeAway(string path)
    {
        string taken = TemporaryBeside(path);
        FileProblem.Guard("The file cannot be deleted", path, () => Disk.RenameNew(path, taken));
        return taken;
    }

    /// <summary>Whether a name is one under which a run that was killed may have left a file.</summary>
    public static bool IsTemporary(string name) => FileSystemName.MatchesSimpleExpression($".????????.???{TemporarySuffix}", name);

    /// <summary>Deletes what runs that were killed left in a folder. Nobody else may be writing there.</summary>
    /// <exception cref="WebstirException">WEB0203: the folder cannot be read. WEB0204: the system refused.</exception>
    public static void DeleteTemporaries(string folder)
    {
        foreach (string path in FolderReader.Names(folder).Where(IsTemporary).Select(name => Path.Join(folder, name)))
            FileProblem.Guard("What an interrupted run left cannot be deleted", path, () => File.Delete(path));
    }

    /// <summary>Refuses a file that a rename would harm: one that is write-protected, because a rename asks its folder only, or has a second name.</summary>
    /// <exception cref="WebstirException">WEB0204: the file is write-protected. WEB0212: it has several names.</exception>
    public static void RefuseUnreplaceable(string path)
    {
        FileProblem.Guard("The file cannot be written", path, () => RefuseReadOnly(path));
        RefuseSeveralNames(path);
    }

    /// <summary>Refuses a file whose other names would keep the old content.</summary>
    /// <exception cref="WebstirException">WEB0212: it has several names.</exception>
    public static void RefuseSeveralNames(string path)
    {
        if (!OperatingSystem.IsWindows() && Posix.LinkCount(path) is > 1 and var names)
            throw new WebstirException(SeveralNames(path, names));
    }

    /// <summary>Writes a file that does not exist; a link in its place is not followed. On its way to the disk, but not waited for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="modeOf">File to take the mode from and, as far as the system lets us, owner and group; <see langword="null"/> for those of any new file.</param>
    public static void WriteNew(string path, ReadOnlySpan<byte> content, string? modeOf)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (modeOf is not null && !OperatingSystem.IsWindows())
        {
            Posix.TryCopyOwner(modeOf, file);
            File.SetUnixFileMode(file, File.GetUnixFileMode(modeOf));
        }

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
        if (OperatingSystem.IsWindows() ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) : IsWrittenByNobody(path) || !Posix.MayWrite(path))
            throw new UnauthorizedAccessException("It is write-protected.");
    }

    /// <summary>Root may write what has no right to be written by anybody; but whoever takes all of those away means root, too.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsWrittenByNobody(string path) =>
        (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;

    private static Problem SeveralNames(string path, uint names)
    {
        string name = Printable.Line(Path.GetFileName(path));
        return new Problem
        {
            Code = "WEB0212",
            Message = FormattableString.Invariant($"The file has {names} names (hard links). Replacing it would leave the others with the old content."),
            Hint = $"Make it a file of its own ('cp {name} copy && mv copy {name}'), or a symbolic link.",
            Path = path,
        };
    }

    private static string TemporaryBeside(string path) => Path.Join(Path.GetDirectoryName(path), $".{Path.GetRandomFileName()}{TemporarySuffix}");
}
