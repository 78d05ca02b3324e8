using System.Text.RegularExpressions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>What has to be on the disk before what, in the system calls of a run. A flush counts from where it ends, and only when it succeeds.</summary>
internal sealed partial class SystemCallOrder
{
    private const string Own = "/.webstir";
    private const string Journal = Own + "/journal";
    private const string NewManifest = ".package.json.webstir";

    /// <summary>Longer than what a run does between two flushes.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100);

    private readonly SystemCall[] _calls;
    private readonly Move[] _moves;

    private SystemCallOrder(IEnumerable<SystemCall> calls)
    {
        _calls = [.. calls];
        _moves = [.. _calls.Where(call => call.HasSucceeded).Select(MoveOf).OfType<Move>().Where(move => !IsOwn(move.From) || !IsOwn(move.To))];
    }

    /// <summary>The order in one run, and in one more for each flush, of which that takes so long that nothing else but its end can be waited for.</summary>
    public static async Task<Tally> TryAsync(Operation operation)
    {
        var tally = new Tally();
        // One list for both: a flush that a careless run had no time for is not among those to delay, but is missed in the order.
        IReadOnlyList<SystemCall> calls = await operation.AllSystemCallsAsync();
        foreach ((Flush flush, string next) in Flush.Among(calls).Where(flush => flush.Path is not null).SelectMany(flush => flush.Next.Select(next => (flush, next))))
            tally.Count($"{operation}, {flush} takes long", await FaultOfWaitAsync(operation, flush, next));

        string[] faults = [.. operation.IsRepeated ? FaultsOfFiles(calls) : Faults(calls)];
        tally.Count(operation.ToString(), faults.Length == 0 ? null : string.Join("; ", faults));
        return tally;
    }

    /// <summary>How a run that makes a change whole breaks the order.</summary>
    public static IEnumerable<string> Faults(IEnumerable<SystemCall> calls)
    {
        var order = new SystemCallOrder(calls);
        return [.. FaultsOfFiles(calls), .. order.OfJournal(), .. order.OfDecision(), .. order._moves.SelectMany(order.OfMove), .. order.OfFolders()];
    }

    /// <summary>How a run that leaves each file whole breaks the order.</summary>
    private static IEnumerable<string> FaultsOfFiles(IEnumerable<SystemCall> calls)
    {
        var order = new SystemCallOrder(calls);
        return [.. order.OfFlushes(), .. order.OfFiles(), .. order._moves.Where(move => !IsAside(move.To)).SelectMany(order.OfContent)];
    }

    private static async Task<string?> FaultOfWaitAsync(Operation operation, Flush flush, string next)
    {
        using Shop shop = operation.NewShop();
        IReadOnlyList<SystemCall> calls = await Strace.DelayAsync(shop.Root, flush, next, Long, operation.Arguments(shop.Root));
        SystemCall? step = calls.LastOrDefault(call => Flush.IsStep(call) && call.Text.Contains($"\"{next}\"", StringComparison.Ordinal));
        SystemCall[] before = [.. calls.Where(call => call.Name == "fsync" && call.Start < step?.Start)];
        return before.Length == 0 ? $"what happens to {next} does not wait for it to begin"
            : Array.TrueForAll(before, call => call.HasSucceeded && call.End < step!.Start) ? null : $"{step} does not wait for it to end";
    }

    private IEnumerable<string> OfFlushes() =>
        _moves.Length == 0 ? ["nothing is renamed"] : _calls.Where(call => call.Name == "fsync" && !call.HasSucceeded).Select(call => $"{call} did not end well");

    /// <summary>What is written is a new file beside the places of those that others read.</summary>
    private IEnumerable<string> OfFiles()
    {
        foreach (string path in _calls.Where(IsWrite).Select(Flush.PathOf).Distinct())
        {
            if (!IsAside(path))
                yield return $"{path} is written where it lies";
            if (!_calls.Any(call => call.Name == "openat" && call.Text.Contains($"\"{path}\"", StringComparison.Ordinal) && call.Text.Contains("O_CREAT|O_EXCL", StringComparison.Ordinal)))
                yield return $"{path} is not made anew";
        }
    }

    /// <summary>With the journal on the disk, what is placed later can be finished or taken back.</summary>
    private IEnumerable<string> OfJournal()
    {
        if (!_calls.Any(call => IsWrite(call) && Flush.PathOf(call) == Journal))
            return _moves.Length > 1 ? ["there is no journal of several renames"] : [];
        int first = _moves.Select(move => move.Call.Start).Concat(NewFolders.Select(folder => folder.Start)).Min();
        return new[] { Journal, Own }.Where(path => !IsFlushed(path, 0, first)).Select(path => $"{path} is not on the disk before the first change");
    }

    private IEnumerable<string> OfDecision()
    {
        int decision = Array.FindIndex(_moves, move => Path.GetFileName(move.From) == NewManifest);
        return decision >= 0 && decision != _moves.Length - 1 ? ["the manifest is not renamed last"] : [];
    }

    private IEnumerable<string> OfMove(Move move)
    {
        bool isReplacing = !move.Call.Text.Contains("RENAME_NOREPLACE", StringComparison.Ordinal);
        if (isReplacing && (Path.GetFileName(move.From) != NewManifest || Path.GetDirectoryName(move.From) != Path.GetDirectoryName(move.To)))
            yield return $"{move} may replace something";
        foreach (string end in new[] { move.From, move.To }.Where(path => !IsOwn(path)))
        {
            if (!IsFlushed(FolderOf(end), move.Call.End!.Value, Forgotten))
                yield return $"{move} is not on the disk in {FolderOf(end)}/ in the end";
        }
    }

    /// <summary>What is put in its place is on the disk, with the folder that it comes in.</summary>
    private IEnumerable<string> OfContent(Move move)
    {
        SystemCall[] writes = [.. _calls.Where(call => IsWrite(call) && (Flush.PathOf(call) + "/").StartsWith(move.From + "/", StringComparison.Ordinal))];
        if (writes.Length == 0)
            yield return $"{move} places what was not written";
        foreach (SystemCall write in writes.Where(write => write.End is not { } end || !IsFlushed(Flush.PathOf(write), end, move.Call.Start)))
            yield return $"{Flush.PathOf(write)} is not on the disk before {move}";
        if (writes.Any(write => Flush.PathOf(write) != move.From) && !IsFlushed(move.From, 0, move.Call.Start))
            yield return $"{move.From}/ is not on the disk before {move}";
    }

    private IEnumerable<string> OfFolders() => NewFolders
        .Select(call => (call.End, Path: NewFolder().Match(call.Text).Groups["path"].Value))
        .Where(folder => !IsFlushed(FolderOf(folder.Path), folder.End!.Value, Forgotten))
        .Select(folder => $"the new {folder.Path}/ is not on the disk in the end");

    private IEnumerable<SystemCall> NewFolders =>
        _calls.Where(call => call.Name == "mkdir" && call.HasSucceeded && !IsOwn(NewFolder().Match(call.Text).Groups["path"].Value));

    /// <summary>Where the journal is deleted: from then on nobody can put anything right.</summary>
    private int Forgotten =>
        _calls.LastOrDefault(call => call.Name == "unlink" && call.HasSucceeded && call.Text.Contains($"\"{Journal}\"", StringComparison.Ordinal))?.Start ?? int.MaxValue;

    private bool IsFlushed(string path, int after, int before) =>
        _calls.Any(call => call.Name == "fsync" && call.HasSucceeded && Flush.PathOf(call) == path && call.Start > after && call.End < before);

    private static bool IsWrite(SystemCall call) => call.Name is "write" or "pwrite64" or "writev" or "pwritev" && Flush.PathOf(call).Length > 0;

    private static bool IsOwn(string path) => path == Own || path.StartsWith(Own + "/", StringComparison.Ordinal);

    /// <summary>Whether nobody else takes it for a part of the workspace.</summary>
    private static bool IsAside(string path) => IsOwn(path) || Path.GetFileName(path) == NewManifest || AtomicFile.IsTemporary(Path.GetFileName(path));

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.TrimEnd('/');

    private static Move? MoveOf(SystemCall call) =>
        call.Name.StartsWith("rename", StringComparison.Ordinal) && Ends().Match(call.Text) is { Success: true } match ? new Move(call, match.Groups["from"].Value, match.Groups["to"].Value) : null;

    [GeneratedRegex("\"(?<from>[^\"]*)\"[^\"]*\"(?<to>[^\"]*)\"")]
    private static partial Regex Ends();

    [GeneratedRegex("\"(?<path>[^\"]*)\"")]
    private static partial Regex NewFolder();

    private sealed record Move(SystemCall Call, string From, string To)
    {
        public override string ToString() => $"the rename of {From} to {To}";
    }
}
