using System.Globalization;
using System.Text.RegularExpressions;
using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>The installed systemd's own judgement.</summary>
internal static partial class Systemd
{
    private const string Program = "systemd-analyze";

    /// <summary>Loads units as the service manager does; it warns of what it would ignore.</summary>
    public static async Task VerifyAsync(IReadOnlyList<string> units)
    {
        ProcessRun run = await ProcessRun.Of(Program, ["verify", "--man=no", .. units], "/", ("SYSTEMD_LOG_LEVEL", null));
        Assert.That(run.MustSucceed().Error, Is.Empty);
    }

    /// <summary>Next runs of calendar expressions, in their order; none for one that never elapses.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset[]>> NextRunsAsync(IReadOnlyList<string> expressions, int count)
    {
        string start = Vector.Start.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        ProcessRun run = await ProcessRun.Of(Program, ["calendar", $"--base-time={start}", $"--iterations={count}", .. expressions], "/", ("TZ", "UTC"), ("LC_ALL", "C"));
        string[] blocks = run.MustSucceed().Output.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(blocks, Has.Length.EqualTo(expressions.Count));
        return [.. blocks.Select(block => Elapses().Matches(block).Select(match => Time(match.Groups[1].Value)).ToArray())];
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"(?:Next elapse|Iter\. #\d+): \w{3} (\S+ \S+) UTC$", RegexOptions.Multiline)]
    private static partial Regex Elapses();
}
