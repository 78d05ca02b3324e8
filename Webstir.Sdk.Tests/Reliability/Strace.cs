using System.Globalization;
using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>strace, which lists the system calls of a run, and disturbs one of them.</summary>
/// <remarks>
/// The runtime makes over a thousand calls before the product's first, and some on other threads. What counts is what touches the workspace:
/// between two such calls the disk does not change, so a kill anywhere between them leaves what a kill at the later one leaves.
/// strace numbers calls by name within a thread. The main thread's come in the same order in every run, and can be disturbed one by one;
/// that the call with the number was the one meant is checked in the log. Files are flushed on other threads, whichever is free:
/// those calls are disturbed by the path that they are on.
/// https://man7.org/linux/man-pages/man1/strace.1.html
/// </remarks>
internal static partial class Strace
{
    /// <summary>Stops at the calls that are asked for only: three times as fast.</summary>
    private const string Filtered = "--seccomp-bpf";

    private const int MaxAttempts = 10;

    /// <summary>SIGKILL, as shells and .NET give it.</summary>
    private const int Killed = 128 + 9;

    /// <summary>The system calls of a run that touch the workspace, in order.</summary>
    public static async Task<IReadOnlyList<SystemCall>> ListAsync(string root, params string[] arguments)
    {
        (ProcessRun run, string[] log) = await TraceAsync(root, [Filtered], arguments);
        run.MustSucceed();
        return [.. Calls(log, root)];
    }

    /// <summary>A run that is killed at the entry of one call.</summary>
    /// <param name="root">The workspace.</param>
    /// <param name="call">The call, from the list of an undisturbed run on such a workspace.</param>
    /// <param name="arguments">Arguments of the command.</param>
    /// <returns>Whether it came to that call: before it, the main thread may have flushed less this time, and opened less for that.</returns>
    public static async Task<bool> KillAsync(string root, SystemCall call, params string[] arguments)
    {
        // Filtered, the signal is never delivered.
        (ProcessRun run, string[] log) = await TraceAsync(root, ["-e", Injection(call, "signal=SIGKILL")], arguments);
        return IsHit(call, log, root) && run.ExitCode == Killed;
    }

    /// <summary>A run that is killed where it begins to flush something, on whichever thread that is.</summary>
    /// <returns>Whether it came to that.</returns>
    public static async Task<bool> KillAsync(string root, Flush flush, params string[] arguments)
    {
        (ProcessRun run, _) = await TraceAsync(root, [.. flush.Filter(root), "-e", "inject=fsync:signal=SIGKILL"], arguments);
        return run.ExitCode == Killed;
    }

    /// <summary>A run of which one call fails.</summary>
    /// <param name="root">The workspace.</param>
    /// <param name="call">The call, from the list of an undisturbed run on such a workspace.</param>
    /// <param name="error">Name of the error.</param>
    /// <param name="arguments">Arguments of the command.</param>
    /// <returns>The run; <see langword="null"/> when it did not come to that call, as for a kill.</returns>
    public static async Task<ProcessRun?> FailAsync(string root, SystemCall call, string error, params string[] arguments)
    {
        (ProcessRun run, string[] log) = await TraceAsync(root, [Filtered, "-e", Injection(call, $"error={error}")], arguments);
        bool isInjected = log.Any(line => line.Contains("(INJECTED)", StringComparison.Ordinal));
        return IsHit(call, log, root) && isInjected ? run : null;
    }

    /// <summary>A run in which all calls that the options tell are disturbed, and whether there was one.</summary>
    public static async Task<(ProcessRun Run, bool IsInjected)> InjectAsync(string root, string[] options, params string[] arguments)
    {
        (ProcessRun run, string[] log) = await TraceAsync(root, ["-e", "trace=all", Filtered, .. options], arguments);
        return (run, log.Any(line => line.Contains("(INJECTED)", StringComparison.Ordinal)));
    }

    /// <summary>A run in which one flush takes longer than anything: of its system calls, that one and those on a path that has to wait for it.</summary>
    public static async Task<IReadOnlyList<SystemCall>> DelayAsync(string root, Flush flush, string next, TimeSpan delay, params string[] arguments)
    {
        string[] options = [.. flush.Filter(root), "-P", Path.Join(root, next), Filtered, "-e", Delay("fsync", delay)];
        (ProcessRun run, string[] log) = await TraceAsync(root, options, arguments);
        run.MustSucceed();
        return [.. Calls(log, root)];
    }

    /// <summary>A run in which all calls of one name take longer.</summary>
    public static async Task<ProcessRun> DelayAsync(string root, string name, TimeSpan delay, params string[] arguments) =>
        (await TraceAsync(root, [Filtered, "-e", Delay(name, delay)], arguments)).Run;

    private static async Task<(ProcessRun Run, string[] Log)> TraceAsync(string root, string[] options, string[] arguments)
    {
        string log = Path.GetTempFileName();
        try
        {
            // From another folder: of calls on paths relative to the current one, strace prints that one too.
            string[] workspace = arguments[0] == "init" ? [] : ["--workspace", root];
            string[] line = ["-f", "-y", "-e", "trace=%file,%desc", .. options, "-o", log, .. Executable.CommandLine([.. arguments, .. workspace])];
            return (await ProcessRun.Of("strace", line, Path.GetTempPath()), await File.ReadAllLinesAsync(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Tries until a run comes to the call that is to be disturbed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="attempt">Gives what it found, or <see langword="null"/> when the run did not come to the call.</param>
    public static async Task<T> UntilHitAsync<T>(SystemCall call, Func<Task<T?>> attempt)
        where T : class
    {
        for (int attempts = 0; attempts < MaxAttempts; attempts++)
        {
            if (await attempt() is { } found)
                return found;
        }

        throw new InvalidOperationException($"No run of {MaxAttempts} came to {call}.");
    }

    private static string Delay(string name, TimeSpan delay) =>
        string.Create(CultureInfo.InvariantCulture, $"inject={name}:delay_enter={delay.TotalMicroseconds}");

    private static string Injection(SystemCall call, string effect) =>
        string.Create(CultureInfo.InvariantCulture, $"inject={call.Name}:{effect}:when={call.Ordinal}");

    private static bool IsHit(SystemCall call, string[] log, string root) =>
        Calls(log, root).Any(other => other.IsOnMainThread && other.Name == call.Name && other.Ordinal == call.Ordinal);

    private static IEnumerable<SystemCall> Calls(string[] log, string root)
    {
        var numbers = new Dictionary<(string Thread, string Name), int>();
        string? mainThread = null;
        for (int line = 0; line < log.Length; line++)
        {
            if (Entry().Match(log[line]) is not { Success: true } entry)
                continue;
            (string thread, string name, string text) = (entry.Groups["thread"].Value, entry.Groups["name"].Value, entry.Groups["text"].Value);
            mainThread ??= thread;
            int number = numbers[(thread, name)] = numbers.GetValueOrDefault((thread, name)) + 1;
            if (name == "execve" || !Regex.IsMatch(text, $"[\"<]{Regex.Escape(root)}[\"/>]"))
                continue;
            int? end = EndOf(log, line, thread);
            yield return new SystemCall(name, number, text.Replace(root, "", StringComparison.Ordinal), thread == mainThread)
            {
                Start = line,
                End = end,
                HasSucceeded = end is { } last && Success().IsMatch(log[last]),
            };
        }
    }

    /// <summary>Another thread's call may stand between the two halves of this one.</summary>
    private static int? EndOf(string[] log, int line, string thread)
    {
        if (!log[line].EndsWith("<unfinished ...>", StringComparison.Ordinal))
            return line;
        int end = Array.FindIndex(log, line + 1, other => Regex.IsMatch(other, $@"^{thread} +<\.\.\. \w+ resumed>"));
        return end < 0 ? null : end;
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<text>.*)$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\) += (0x[0-9a-f]+|\d+)[^=]*$")]
    private static partial Regex Success();
}
