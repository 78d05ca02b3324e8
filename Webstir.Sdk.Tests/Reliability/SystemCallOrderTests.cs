using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F11: what has to be on the disk before what.</summary>
[Platform("Linux")]
public sealed partial class SystemCallOrderTests
{
    private const string Manifest = "/package.json";
    private const string Linked = "/config/shop.json";

    [Test]
    public async Task The_manifest_takes_the_place_of_the_old_one_when_it_is_on_the_disk()
    {
        using var shop = new Shop();
        MustReplaceSafely(Manifest, await Strace.ListAsync(shop.Root, "add-job", "nightly"));
    }

    [Test]
    public async Task The_target_of_a_link_is_replaced_where_it_lies()
    {
        using var shop = new Shop();
        Directory.CreateDirectory(shop.PathOf("config"));
        File.Move(shop.PathOf(Manifest), shop.PathOf(Linked));
        File.CreateSymbolicLink(shop.PathOf(Manifest), "config/shop.json");
        MustReplaceSafely(Linked, await Strace.ListAsync(shop.Root, "add-job", "nightly"));
    }

    [Test]
    public async Task The_source_is_on_the_disk_before_the_manifest_speaks_of_it()
    {
        using var shop = new Shop();
        string[] calls = Texts(await Strace.ListAsync(shop.Root, "add-job", "nightly"));
        int synced = Array.FindIndex(calls, call => Regex.IsMatch(call, "^fsync .*/index.ts"));
        int placed = Array.FindIndex(calls, call => RenameTo(call) is { } to && to.StartsWith("/src/backend/jobs/nightly", StringComparison.Ordinal));
        int committed = Array.FindIndex(calls, call => RenameTo(call) == Manifest);
        Assert.That(new[] { synced, placed, committed }, Is.Ordered.And.All.GreaterThanOrEqualTo(0), string.Join('\n', calls));
        Assert.That(calls[placed], Does.Contain("RENAME_NOREPLACE"), "A folder is never put over another.");
        int forgotten = Array.FindLastIndex(calls, call => call.StartsWith("unlink", StringComparison.Ordinal) && call.Contains("/.webstir/journal\"", StringComparison.Ordinal));
        Assert.That(calls[placed..forgotten], Has.Some.Match("^fsync .*</src/backend/jobs>"), "Until then, the journal can put it right.");
    }

    [Test]
    public async Task So_is_the_folder_of_all_jobs_when_it_is_new()
    {
        using var shop = new Shop();
        string[] calls = Texts(await Strace.ListAsync(shop.Root, "add-job", "nightly"));
        int created = Array.FindIndex(calls, call => Regex.IsMatch(call, "^mkdir.*\"/src/backend/jobs\""));
        int forgotten = Array.FindLastIndex(calls, call => call.StartsWith("unlink", StringComparison.Ordinal) && call.Contains("/.webstir/journal\"", StringComparison.Ordinal));
        Assert.That(created, Is.Not.Negative.And.LessThan(forgotten), string.Join('\n', calls));
        Assert.That(calls[created..forgotten], Has.Some.Match("^fsync .*</src/backend>"));
    }

    [Test]
    public async Task Neither_lock_nor_temporary_file_is_inherited_by_programs_that_the_caller_starts()
    {
        using var shop = new Shop();
        string[] opened = [.. Texts(await Strace.ListAsync(shop.Root, "add-job", "nightly")).Where(call => call.StartsWith("open", StringComparison.Ordinal))];
        Assert.That(opened, Is.Not.Empty.And.All.Contain("O_CLOEXEC"));
    }

    private static void MustReplaceSafely(string target, IReadOnlyList<SystemCall> listed)
    {
        string[] calls = Texts(listed);
        int rename = Array.FindIndex(calls, call => RenameTo(call) == target);
        Assert.That(rename, Is.Not.Negative, string.Join('\n', calls));
        string temporary = Rename().Match(calls[rename]).Groups["from"].Value;
        string folder = Path.GetDirectoryName(target)!;
        Assert.That(Path.GetDirectoryName(temporary), Is.EqualTo(folder));

        int open = Array.FindIndex(calls, call => call.StartsWith("open", StringComparison.Ordinal) && call.Contains($"\"{temporary}\"", StringComparison.Ordinal));
        int write = Array.FindLastIndex(calls, call => Regex.IsMatch(call, $"^p?write.*<{Regex.Escape(temporary)}>"));
        int sync = Array.FindLastIndex(calls, call => Regex.IsMatch(call, $"^fsync .*<{Regex.Escape(temporary)}>"));
        int syncFolder = Array.FindLastIndex(calls, call => Regex.IsMatch(call, $"^fsync \\d+<{Regex.Escape(folder.TrimEnd('/'))}>"));
        Assert.That(calls[open], Does.Contain("O_CREAT").And.Contain("O_EXCL"));
        Assert.That(new[] { open, write, sync, rename, syncFolder }, Is.Ordered.And.All.GreaterThanOrEqualTo(0), string.Join('\n', calls));
    }

    private static string[] Texts(IReadOnlyList<SystemCall> calls) => [.. calls.Select(call => $"{call.Name} {call.Text}")];

    private static string? RenameTo(string call) => Rename().Match(call) is { Success: true } match ? match.Groups["to"].Value : null;

    [GeneratedRegex("^rename[^\"]*\"(?<from>[^\"]*)\"[^\"]*\"(?<to>[^\"]*)\"")]
    private static partial Regex Rename();
}
