using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>A change that is being made, or that a run which was killed has left half made.</summary>
internal static class HalfMadeChange
{
    /// <summary>Where a transaction writes down what it is about to do.</summary>
    private const string Journal = ".webstir/journal";

    /// <summary>Waits until nobody makes one, and finishes or takes back what is left. Without one, no lock is asked for, and nothing written.</summary>
    /// <exception cref="WebstirException">WEB0204, WEB0214: it can be neither finished nor taken back. WEB0210: another process keeps the lock. WEB0211: the workspace cannot be locked.</exception>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public static void Settle(Workspace workspace, LockWait wait, CancellationToken cancellation)
    {
        if (!Existence.IsFile(workspace.PathOf(Journal)))
            return;
        using WorkspaceLock taken = WorkspaceLock.Take(workspace, wait, cancellation);
        Recovery.Run(new TransactionFiles(workspace));
    }
}
