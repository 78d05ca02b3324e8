using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>What a job's folder holds.</summary>
internal static class FolderContent
{
    /// <summary>Whether a folder, itself no link, holds a source of this content and nothing else.</summary>
    /// <exception cref="WebstirException">WEB0203: it cannot be read.</exception>
    public static bool IsExactly(string folder, ReadOnlySpan<byte> source)
    {
        if (!Existence.IsFolderItself(folder))
            return false;
        string file = TransactionFiles.SourceIn(folder);
        return FolderReader.Names(folder) is [JobSource.FileName] && !Existence.IsLink(file) && FileReader.Holds(file, source);
    }
}
