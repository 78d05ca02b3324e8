using Microsoft.Win32.SafeHandles;

namespace Webstir.Sdk.Workspaces;

/// <summary>A folder in which many files are looked for: on Linux the way to it is found once, not for each of them.</summary>
internal sealed class OpenFolder(string folder) : IDisposable
{
    private readonly SafeFileHandle? _handle = OperatingSystem.IsLinux() ? Posix.TryOpen(folder) : null;

    /// <summary>Whether a path below leads to a file. What the quick look does not find is looked for as any other file.</summary>
    public bool HasFile(string relativePath) =>
        (_handle is not null && Posix.IsFile(_handle, relativePath)) || Existence.IsFile(Path.Join(folder, relativePath));

    public void Dispose() => _handle?.Dispose();
}
