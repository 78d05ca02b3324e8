namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A system call of a run, on something in the workspace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ordinal">The how manieth of that name it is in its thread.</param>
/// <param name="Text">The call as strace prints it.</param>
/// <param name="IsOnMainThread">Whether the main thread makes it. On others, a call may be another one in each run.</param>
internal sealed record SystemCall(string Name, int Ordinal, string Text, bool IsOnMainThread)
{
    /// <summary>Line of the log in which it begins.</summary>
    public required int Start { get; init; }

    /// <summary>Line of the log in which it ends; <see langword="null"/> when the run ended first.</summary>
    public required int? End { get; init; }

    /// <summary>Whether it ended, and not with an error.</summary>
    public required bool HasSucceeded { get; init; }

    public override string ToString() => $"{Name} {Ordinal} {Text}";
}
