using System.Text.RegularExpressions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A file or folder that a run flushes to the disk, by its path, as nobody knows on which thread.</summary>
/// <param name="Path">Where it is in the workspace; <see langword="null"/> for all at once, which stands for those whose names are new in each run.</param>
/// <param name="IsNeeded">Whether the run may be done only when it is on the disk: whether something is renamed into place afterwards.</param>
/// <param name="Next">The paths that the next rename or deletion each time puts there or deletes, which has to wait for it.</param>
internal sealed partial record Flush(string? Path, bool IsNeeded, IReadOnlyList<string> Next)
{
    /// <summary>The flushes among the system calls of a run, each path once.</summary>
    public static IReadOnlyList<Flush> Among(IReadOnlyList<SystemCall> calls)
    {
        int decision = calls.Last(IsRename).Start;
        return
        [
            .. calls.Where(call => call.Name == "fsync")
                .GroupBy(call => Addressable(PathOf(call)))
                .Select(flushes => new Flush(flushes.Key.Length > 0 ? flushes.Key[1..] : null, flushes.Any(call => call.Start < decision), [.. flushes.Select(call => NextAfter(call, calls)).OfType<string>().Distinct()])),
        ];
    }

    /// <summary>Where the file or folder that a call is on lies below the workspace; with a slash at its start, but for the workspace itself.</summary>
    public static string PathOf(SystemCall call) => Descriptor().Match(call.Text).Groups["path"].Value;

    /// <summary>Whether a call renames something or deletes it.</summary>
    public static bool IsStep(SystemCall call) => call.HasSucceeded && (call.Name == "unlink" || IsRename(call));

    /// <summary>Options by which strace looks at this one alone.</summary>
    public string[] Filter(string root) => Path is null ? [] : ["-P", System.IO.Path.Join(root, Path)];

    public override string ToString() => Path is null ? "all flushes" : $"the flush of /{Path}";

    private static bool IsRename(SystemCall call) => call.Name.StartsWith("rename", StringComparison.Ordinal);

    private static string? NextAfter(SystemCall flush, IReadOnlyList<SystemCall> calls) =>
        calls.FirstOrDefault(call => IsStep(call) && call.Start > flush.Start) is { } step ? Quoted().Matches(step.Text)[^1].Groups["path"].Value : null;

    private static string Addressable(string path) => AtomicFile.IsTemporary(System.IO.Path.GetFileName(path)) ? "" : path.Length > 0 ? path : "/";

    [GeneratedRegex(@"^\d+<(?<path>[^>]*)>")]
    private static partial Regex Descriptor();

    [GeneratedRegex("\"(?<path>[^\"]*)\"")]
    private static partial Regex Quoted();
}
