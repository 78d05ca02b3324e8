using System.Globalization;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Runs that cannot write all that they want to: here the system itself writes less than it was asked to, and then refuses.</summary>
internal static class FullDisk
{
    private const int Page = 4_096;
    private const int TooSmall = 99;

    /// <summary>Mounts a small disk in a namespace of its own, so that nobody else sees it, and keeps what is on it at the end.</summary>
    private const string Script = """
        size=$1 files=$2 disk=$3 before=$4 after=$5; shift 5
        mount -t tmpfs -o "size=$size,nr_inodes=$files" webstir "$disk" || exit 98
        cp -a "$before/." "$disk" 2>/dev/null || exit 99
        "$@"; code=$?
        cp -a "$disk/." "$after"
        exit $code
        """;

    private static readonly string[] InNamespace = ["unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"];

    /// <summary>Whether the system lets us mount a disk.</summary>
    public static async Task<bool> CanMountAsync() =>
        (await ProcessRun.Of(InNamespace[0], [.. InNamespace[1..], "mount", "-t", "tmpfs", "webstir", "/mnt"], "/")).ExitCode == 0;

    /// <summary>Disks of every size from too small to large enough, first in bytes and then in number of files.</summary>
    public static async Task<Tally> TryEverySizeAsync()
    {
        var tally = new Tally();
        await SweepAsync(tally, size => (size * Page, 1_000));
        await SweepAsync(tally, files => (1_000 * Page, files));
        return tally;
    }

    /// <summary>
    /// Limits on the size of a file. At a write beyond, the system sends a signal, and ends the program that does not ignore it.
    /// https://man7.org/linux/man-pages/man2/getrlimit.2.html
    /// </summary>
    public static async Task<Tally> LimitFileSizeAsync(IEnumerable<int> limits)
    {
        var tally = new Tally();
        foreach (int bytes in limits)
        {
            await LimitFileSizeAsync(tally, bytes, ["env", "--ignore-signal=XFSZ"]);
            await LimitFileSizeAsync(tally, bytes, ["env"]);
        }

        return tally;
    }

    /// <summary>Grows a disk until everything fits on it.</summary>
    private static async Task SweepAsync(Tally tally, Func<int, (int Bytes, int Files)> disk)
    {
        int refusals = 0;
        for (int step = 1; ; step++)
        {
            (int bytes, int files) = disk(step);
            int exit = await TryAsync(tally, bytes, files);
            if (exit == 0)
                break;
            refusals += exit == TooSmall ? 0 : 1;
            Assert.That(step, Is.LessThan(100), "There is no end of refusals.");
        }

        Assert.That(refusals, Is.Positive, "No disk was full.");
    }

    private static async Task<int> TryAsync(Tally tally, int bytes, int files)
    {
        Operation operation = Operation.AddToLarge;
        using Shop shop = operation.NewShop();
        using var disk = new TemporaryFolder();
        using var after = new TemporaryFolder();
        string[] mount = ["sh", "-c", Script, "sh", Text(bytes), Text(files), disk.Root, shop.Root, after.Root];
        string[] line = [.. InNamespace[1..], .. mount, .. Executable.CommandLine([.. operation.Arguments(disk.Root), "--workspace", disk.Root])];
        ProcessRun run = await ProcessRun.Of(InNamespace[0], line, "/");
        if (run.ExitCode != TooSmall)
            tally.Count($"{operation} on a disk of {bytes} bytes and {files} files", operation.FaultAfter(run, after.Root));
        return run.ExitCode;
    }

    private static async Task LimitFileSizeAsync(Tally tally, int bytes, string[] prefix)
    {
        Operation operation = Operation.AddToLarge;
        using Shop shop = operation.NewShop();
        // Otherwise the runtime keeps its code in a file, which the limit would hit before we do anything.
        string[] line = [.. prefix[1..], "DOTNET_EnableWriteXorExecute=0", "prlimit", $"--fsize={bytes}", .. Executable.CommandLine(operation.Arguments(shop.Root))];
        ProcessRun run = await ProcessRun.Of(prefix[0], line, shop.Root);
        tally.Count($"{operation} in files of at most {bytes} bytes", operation.FaultAfter(run, shop.Root));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
