using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>A folder in which many files are looked for: on Linux the way to it is found once, not for each of them.</summary>
internal sealed class OpenFolder(string folder) : IDisposable
{
    /// <summary>In bytes, of what is looked for at all.</summary>
    private const int MaxLength = 512;

    private readonly SafeFileHandle? _handle = OperatingSystem.IsLinux() ? Posix.TryOpen(folder) : null;

    /// <summary>Whether a folder below has a file. What the quick look does not find is looked for as any other file.</summary>
    public bool HasFile(string inner, string file) => IsFile(inner, file) || Existence.IsFile(Path.Join(folder, inner, file));

    public void Dispose() => _handle?.Dispose();

    private bool IsFile(string inner, string file)
    {
        Span<byte> path = stackalloc byte[MaxLength];
        return _handle is not null && Utf8.TryWrite(path, $"{inner}/{file}\0", out _) && Posix.IsFile(_handle, path);
    }
}
