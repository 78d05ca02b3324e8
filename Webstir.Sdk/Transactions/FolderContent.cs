using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>What a job's folder holds.</summary>
internal static class FolderContent
{
    /// <summary>Whether a folder, itself no link, holds a source of this content and nothing else.</summary>
    public static bool IsExactly(string folder, ReadOnlySpan<byte> source)
    {
        var info = new DirectoryInfo(folder);
        if (!info.Exists || info.LinkTarget is not null)
            return false;
        FileSystemInfo[] entries = info.GetFileSystemInfos();
        return entries is [FileInfo { Name: JobSource.FileName, LinkTarget: null } file]
            && OrdinaryFile.Holds(file.FullName, source);
    }
}
