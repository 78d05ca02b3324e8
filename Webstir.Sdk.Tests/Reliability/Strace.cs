using System.Globalization;
using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>strace, which lists the system calls of a run, and disturbs one of them.</summary>
/// <remarks>
/// The runtime makes over a thousand calls before the product's first, and some on other threads. What counts is what touches the workspace:
/// between two such calls the disk does not change, so a kill anywhere between them leaves what a kill at one of them leaves: behind the
/// call, which is where a kill takes effect when strace filters calls by seccomp.
/// strace numbers calls by name within a thread. The product works on the main thread, whose calls come in the same order in
/// every run; that the call with the number was the one meant is checked in the log of each disturbed run.
/// https://man7.org/linux/man-pages/man1/strace.1.html
/// </remarks>
internal static partial class Strace
{
    /// <summary>The system calls of a run that touch the workspace, in order.</summary>
    public static async Task<IReadOnlyList<SystemCall>> ListAsync(string root, params string[] arguments)
    {
        (ProcessRun run, string[] log) = await TraceAsync(root, [], arguments);
        run.MustSucceed();
        return [.. Calls(log, root)];
    }

    /// <summary>A run of which one call is killed, delayed or failed.</summary>
    /// <param name="root">The workspace.</param>
    /// <param name="call">The call, from the list of an undisturbed run on such a workspace.</param>
    /// <param name="effect">What happens to it, as in <c>--inject</c>.</param>
    /// <param name="arguments">Arguments of the command.</param>
    public static async Task<ProcessRun> DisturbAsync(string root, SystemCall call, string effect, params string[] arguments)
    {
        string when = call.Ordinal.ToString(CultureInfo.InvariantCulture);
        (ProcessRun run, string[] log) = await TraceAsync(root, ["-e", $"inject={call.Name}:{effect}:when={when}"], arguments);
        bool isHit = Calls(log, root).Any(other => other.Name == call.Name && other.Ordinal == call.Ordinal);
        Assert.That(isHit, $"The call that was meant is not the one that was hit: {call}\n{run.Error}");
        return run;
    }

    /// <summary>A run in which all calls of one name take longer.</summary>
    public static async Task<ProcessRun> DelayAsync(string root, string name, TimeSpan delay, params string[] arguments)
    {
        string microseconds = delay.TotalMicroseconds.ToString(CultureInfo.InvariantCulture);
        return (await TraceAsync(root, ["-e", $"inject={name}:delay_enter={microseconds}"], arguments)).Run;
    }

    private static async Task<(ProcessRun Run, string[] Log)> TraceAsync(string root, string[] options, string[] arguments)
    {
        string log = Path.GetTempFileName();
        try
        {
            // From another folder: of calls on paths relative to the current one, strace prints that one too.
            string[] line = ["-f", "-y", "--seccomp-bpf", "-e", "trace=%file,%desc", .. options, "-o", log, .. Executable.CommandLine([.. arguments, "--workspace", root])];
            return (await ProcessRun.Of("strace", line, Path.GetTempPath()), await File.ReadAllLinesAsync(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static IEnumerable<SystemCall> Calls(string[] log, string root)
    {
        var numbers = new Dictionary<string, int>();
        Match[] entries = [.. log.Select(line => Entry().Match(line)).Where(match => match.Success)];
        foreach (Match entry in entries.Where(entry => entry.Groups["thread"].Value == entries[0].Groups["thread"].Value))
        {
            string name = entry.Groups["name"].Value;
            string text = entry.Groups["text"].Value;
            int number = numbers[name] = numbers.GetValueOrDefault(name) + 1;
            if (name != "execve" && Regex.IsMatch(text, $"[\"<]{Regex.Escape(root)}[\"/>]"))
                yield return new SystemCall(name, number, text.Replace(root, "", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<text>.*)$")]
    private static partial Regex Entry();
}
