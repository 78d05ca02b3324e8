using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>A change that is being made, or that a run which was killed has left half made.</summary>
internal static class HalfMadeChange
{
    /// <summary>That an interrupted run left something to finish or to take back; <see langword="null"/> when none did.</summary>
    public static Problem? Find(Workspace workspace) => !IsThere(workspace) ? null : new Problem
    {
        Code = "WEB0218",
        Severity = Severity.Warning,
        Message = "A change of the workspace was interrupted. The next one finishes it or takes it back first, so it finds something else than is here now.",
        Hint = "Run the command without --dry-run, or any other that changes the workspace.",
        Path = workspace.PathOf(TransactionFiles.JournalFile),
    };

    /// <summary>Waits until nobody makes one, and finishes or takes back what is left. Without one, no lock is asked for, and nothing written.</summary>
    /// <exception cref="WebstirException">WEB0204, WEB0214: it can be neither finished nor taken back. WEB0210: another process keeps the lock. WEB0211: the workspace cannot be locked.</exception>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public static void Settle(Workspace workspace, LockWait wait, CancellationToken cancellation)
    {
        if (!IsThere(workspace))
            return;
        using WorkspaceLock taken = WorkspaceLock.Take(workspace, wait, cancellation);
        Recovery.Run(new TransactionFiles(workspace));
    }

    private static bool IsThere(Workspace workspace) => Existence.IsFile(workspace.PathOf(TransactionFiles.JournalFile));
}
