namespace Webstir.Sdk.Workspaces;

/// <summary>How to wait while another process changes the workspace.</summary>
public sealed record LockWait
{
    /// <summary>After this long, a wait is reported.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait; zero for none.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told, at most once, that the wait has lasted for <see cref="Patience"/>; <see langword="null"/> for nobody.</summary>
    public IProgress<Workspace>? Waiting { get; init; }
}
