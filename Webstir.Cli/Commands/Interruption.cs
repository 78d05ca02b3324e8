using System.Runtime.InteropServices;

namespace Webstir.Cli.Commands;

/// <summary>Ctrl-C, and the system's request to end, as a cancellation: what was started is stopped in good order.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Cancel))];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        // Also a second one: stopping is bounded in time, and its usual course would leave children behind.
        context.Cancel = true;
        _source.Cancel();
    }
}
