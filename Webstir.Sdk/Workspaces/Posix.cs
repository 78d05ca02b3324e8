using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>System calls that .NET does not offer, or offers without the guarantee that is needed. Not for Windows.</summary>
internal static partial class Posix
{
    // The numbers are those of Linux and macOS on all their processors, but for those that follow as properties.
    private const int NoSuchFile = 2;
    private const int Interrupted = 4;
    private const int AccessDenied = 13;
    private const int NoFolder = 20;
    private const int InvalidArgument = 22;
    private const int NoPlace = 29;
    private const int NoSuchCall = 38;
    private const int MacNotSupported = 45;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;
    private const int Unlock = 8;
    private const int FromHere = 1;
    private const int WriteAccess = 2;
    private const int DoNotFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const int TypeOnly = 1;
    private const int BasicStats = 0x7ff;
    private const int KindMask = 0xf000;
    private const int FolderKind = 0x4000;
    private const uint StartWriting = 2;
    private const uint NoReplace = 1;
    private const uint MacExclusive = 4;
    private const int NewFolderMode = 0x1ff;
    private const int MaxPathLength = 4096;

    /// <summary>Another open file holds the lock: EWOULDBLOCK.</summary>
    private static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    private static int CloseOnExec => OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    private static int CurrentFolder => OperatingSystem.IsMacOS() ? -2 : -100;

    /// <summary>To ask for the user that the process acts for, not the one that started it.</summary>
    private static int EffectiveUser => OperatingSystem.IsMacOS() ? 0x10 : 0x200;

    /// <summary>Not to wait until somebody writes to a pipe.</summary>
    private static int NonBlocking => OperatingSystem.IsMacOS() ? 0x4 : 0x800;

    /// <summary>Opens a file or, as .NET would not, a folder, for reading.</summary>
    public static SafeFileHandle Open(string path) => TryOpen(path) ?? throw Failure(path);

    /// <summary>As <see cref="Open"/>; <see langword="null"/> when it cannot be opened.</summary>
    public static SafeFileHandle? TryOpen(string path)
    {
        int descriptor = Retry(() => OpenPath(path, CloseOnExec | NonBlocking));
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
    }

    /// <summary>Whether an open file has no places in it to go to.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/lseek.2.html</remarks>
    public static bool IsPipe(SafeFileHandle file) => Seek(file, 0, FromHere) < 0 && Marshal.GetLastPInvokeError() == NoPlace;

    /// <summary>Locks an open file or folder against every other open one; the kernel lets go of it when the process ends, however it ends.</summary>
    /// <returns>Whether the lock is held now.</returns>
    /// <remarks>https://man7.org/linux/man-pages/man2/flock.2.html</remarks>
    public static bool TryLock(SafeFileHandle file, string path)
    {
        if (Retry(() => Flock(file, LockExclusive | LockNonBlocking)) == 0)
            return true;
        return Marshal.GetLastPInvokeError() == WouldBlock ? false : throw Failure(path);
    }

    /// <summary>Lets go of a lock, also of the copies that a child has which was forked meanwhile: closing would wait for those.</summary>
    public static void Release(SafeFileHandle file) => Retry(() => Flock(file, Unlock));

    /// <summary>Name of the network file system that holds an open file; <see langword="null"/> for a disk, and where the system is not Linux.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/statfs.2.html</remarks>
    public static string? NetworkOf(SafeFileHandle file)
    {
        FileSystemStatus status = default;
        if (!OperatingSystem.IsLinux() || Retry(() => FileSystemStat(file, out status)) != 0)
            return null;
        return unchecked((uint)status.Type) switch
        {
            0x6969 => "NFS",
            0x517B or 0xFE534D42 or 0xFF534D42 => "SMB",
            0x01021997 => "9P",
            0x00C36400 => "Ceph",
            0x5346414F or 0x6B414653 => "AFS",
            0x0BD00BD0 => "Lustre",
            0x47504653 => "GPFS",
            0x786F4256 => "a shared folder of VirtualBox",
            // FUSE has one number for all file systems in user space: those of a network (sshfs), and more often those of this machine.
            _ => null,
        };
    }

    /// <summary>Waits until the content of a file, or the names in a folder, are on the disk.</summary>
    public static void Flush(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsMacOS())
            RandomAccess.FlushToDisk(file); // There, fsync(2) goes no further than the drive's cache.
        else if (Retry(() => FileSync(file)) != 0)
            throw Failure(path);
    }

    /// <summary>
    /// Sends the content of a file on its way to the disk. It promises nothing, so its failure is none; but files that are all on their
    /// way when the first of them is flushed go into one commit of the file system's journal, and else into two. Linux only.
    /// </summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/sync_file_range.2.html</remarks>
    public static void StartFlush(SafeFileHandle file) => _ = SyncFileRange(file, 0, 0, StartWriting);

    /// <summary>Creates a folder; one that exists is a failure.</summary>
    public static void CreateFolder(string path)
    {
        if (Retry(() => MakeFolder(path, NewFolderMode)) != 0)
            throw Failure(path);
    }

    /// <summary>Renames a file or folder in one step; never over something that exists.</summary>
    /// <returns>Whether it is done; not where the file system, or an older C library, has no such renaming.</returns>
    /// <remarks>https://man7.org/linux/man-pages/man2/rename.2.html</remarks>
    public static bool TryRenameNew(string from, string to)
    {
        try
        {
            int result = OperatingSystem.IsMacOS()
                ? Retry(() => RenameOnMac(from, to, MacExclusive))
                : Retry(() => RenameAt(CurrentFolder, from, CurrentFolder, to, NoReplace));
            if (result != 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or NoSuchCall or MacNotSupported))
                throw Failure(to);
            return result == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether an open file or folder is still the one at a path. Not known where the system is not Linux: then it counts as so.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html</remarks>
    public static bool IsAt(SafeFileHandle file, string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        FileStatus open = default;
        FileStatus there = default;
        try
        {
            return Retry(() => StatX(file, "\0"u8, EmptyPath, BasicStats, out open)) != 0 || Retry(() => StatX(CurrentFolder, path, 0, BasicStats, out there)) != 0
                ? throw Failure(path)
                : (open.Inode, open.DeviceMajor, open.DeviceMinor) == (there.Inode, there.DeviceMajor, there.DeviceMinor);
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
    }

    /// <summary>Whether the user may write a file, by whatever right: of its mode, of an access list, of root.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/access.2.html</remarks>
    public static bool MayWrite(string path)
    {
        if (Retry(() => AccessAt(CurrentFolder, path, WriteAccess, EffectiveUser)) == 0)
            return true;
        return Marshal.GetLastPInvokeError() == AccessDenied ? false : throw Failure(path);
    }

    /// <summary>Number of names that a file has in folders; <see langword="null"/> where it is not told: see <see cref="StatusOf"/>.</summary>
    public static uint? LinkCount(string path) => StatusOf(path)?.LinkCount;

    /// <summary>Leaves a new file to the owner and the group of another, as far as the system lets us: root may, others may choose among their own groups.</summary>
    /// <remarks>It takes set-id bits away. https://man7.org/linux/man-pages/man2/chown.2.html</remarks>
    public static void TryCopyOwner(string from, SafeFileHandle to)
    {
        const uint Unchanged = uint.MaxValue;
        if (StatusOf(from) is { } status && Retry(() => ChangeOwner(to, status.Owner, status.Group)) != 0)
            _ = ChangeOwner(to, Unchanged, status.Group);
    }

    /// <summary>What the system knows of a file; <see langword="null"/> where it is not Linux, or the C library is older than this call.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html</remarks>
    private static FileStatus? StatusOf(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        FileStatus status = default;
        try
        {
            return Retry(() => StatX(CurrentFolder, path, DoNotFollow, BasicStats, out status)) == 0 ? status : throw Failure(path);
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Where a link leads, as it says; <see langword="null"/> for what is no link. .NET takes a failure for that, too.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/readlink.2.html</remarks>
    public static string? LinkTarget(string path)
    {
        Span<byte> target = stackalloc byte[MaxPathLength];
        int length;
        do
        {
            length = (int)ReadLink(path, ref MemoryMarshal.GetReference(target), target.Length);
        }
        while (length < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        if (length < 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or NoSuchFile or NoFolder))
            throw Failure(path);
        return length < 0 ? null : Encoding.UTF8.GetString(target[..length]);
    }

    /// <summary>Whether a path below an open folder, ended with a zero, leads to something that is no folder. Linux only; not where the C library is older than this call.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html</remarks>
    public static bool IsFile(SafeFileHandle folder, ReadOnlySpan<byte> path)
    {
        try
        {
            return StatX(folder, path, 0, TypeOnly, out FileStatus status) == 0 && (status.Mode & KindMask) != FolderKind;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static int Retry(Func<int> call)
    {
        int result;
        do
        {
            result = call();
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result;
    }

    private static Exception Failure(string path)
    {
        int error = Marshal.GetLastPInvokeError();
        string message = $"{Marshal.GetPInvokeErrorMessage(error)} : '{path}'";
        return error switch
        {
            NoSuchFile => new FileNotFoundException(message, path),
            AccessDenied => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenPath(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial long Seek(SafeFileHandle file, long offset, int from);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Flock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int FileSystemStat(SafeFileHandle file, out FileSystemStatus status);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int FileSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SyncFileRange(SafeFileHandle file, long offset, long length, uint flags);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MakeFolder(string path, int mode);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint ReadLink(string path, ref byte target, nint length);

    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AccessAt(int folder, string path, int mode, int flags);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int RenameOnMac(string from, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int StatX(SafeFileHandle folder, ReadOnlySpan<byte> path, int flags, uint mask, out FileStatus status);

    /// <summary>The kernel's <c>struct statx</c>, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(16)]
        public uint LinkCount;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    /// <summary>Linux's <c>struct statfs</c>: its type comes first on all processors, in a word of theirs.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileSystemStatus
    {
        [FieldOffset(0)]
        public nint Type;
    }
}
