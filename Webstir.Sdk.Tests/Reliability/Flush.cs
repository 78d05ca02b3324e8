using System.Text.RegularExpressions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A file or folder that a run flushes to the disk, by its path, as nobody knows on which thread.</summary>
/// <param name="Path">Where it is in the workspace; <see langword="null"/> for all at once, which stands for those whose names are new in each run.</param>
/// <param name="IsNeeded">Whether the run may be done only when it is on the disk: whether something is renamed into place afterwards.</param>
internal sealed partial record Flush(string? Path, bool IsNeeded)
{
    /// <summary>The flushes among the system calls of a run, each path once.</summary>
    public static IReadOnlyList<Flush> Among(IReadOnlyList<SystemCall> calls)
    {
        int decision = calls.Last(call => call.Name.StartsWith("rename", StringComparison.Ordinal)).Start;
        return
        [
            .. calls.Where(call => call.Name == "fsync")
                .GroupBy(call => Addressable(PathOf(call)), call => call.Start < decision)
                .Select(flushes => new Flush(flushes.Key.Length > 0 ? flushes.Key[1..] : null, flushes.Any(isBefore => isBefore))),
        ];
    }

    /// <summary>Where the file or folder that a call is on lies below the workspace; with a slash at its start, but for the workspace itself.</summary>
    public static string PathOf(SystemCall call) => Descriptor().Match(call.Text).Groups["path"].Value;

    /// <summary>Options by which strace looks at this one alone.</summary>
    public string[] Filter(string root) => Path is null ? [] : ["-P", System.IO.Path.Join(root, Path)];

    public override string ToString() => Path is null ? "all flushes" : $"the flush of /{Path}";

    private static string Addressable(string path) => AtomicFile.IsTemporary(System.IO.Path.GetFileName(path)) ? "" : path.Length > 0 ? path : "/";

    [GeneratedRegex(@"^\d+<(?<path>[^>]*)>")]
    private static partial Regex Descriptor();
}
