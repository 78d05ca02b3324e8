using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>Reads files and nothing that only looks like one: a pipe would let us wait for ever, and a device never end.</summary>
internal static class OrdinaryFile
{
    private const int BlockSize = 64 << 10;

    /// <exception cref="IOException">It cannot be read, or is no ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.ReadAllBytes(path);
        using SafeFileHandle file = Posix.Open(path);
        return Read(file, path);
    }

    /// <summary>Whether a file has this content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        using SafeFileHandle file = OperatingSystem.IsWindows() ? File.OpenHandle(path) : Posix.Open(path);
        if (LengthOf(file, path) != content.Length)
            return false;
        Span<byte> block = new byte[Math.Min(content.Length, BlockSize)];
        for (int offset = 0, count; offset < content.Length; offset += count)
        {
            count = RandomAccess.Read(file, block, offset);
            if (count == 0 || !content[offset..].StartsWith(block[..count]))
                return false;
        }

        return true;
    }

    private static byte[] Read(SafeFileHandle file, string path)
    {
        // A device has no length, so nothing of it is read.
        long size = LengthOf(file, path) ?? throw new IOException($"It is no ordinary file : '{path}'");
        if (size > Array.MaxLength)
            throw new IOException($"It has {size} bytes, more than the {Array.MaxLength} that can be read : '{path}'");
        byte[] content = new byte[size];
        int length = 0;
        for (int count; length < content.Length && (count = RandomAccess.Read(file, content.AsSpan(length), length)) > 0; length += count)
        {
        }

        return length == content.Length ? content : content[..length];
    }

    /// <summary>Length in bytes; <see langword="null"/> of a pipe, which has none.</summary>
    private static long? LengthOf(SafeFileHandle file, string path)
    {
        try
        {
            return RandomAccess.GetLength(file);
        }
        catch (NotSupportedException) when (OperatingSystem.IsWindows() || Posix.IsPipe(file))
        {
            return null;
        }
        catch (NotSupportedException error)
        {
            throw new IOException($"It does not tell its length : '{path}'", error);
        }
    }
}
