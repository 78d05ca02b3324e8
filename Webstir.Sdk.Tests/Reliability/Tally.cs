using System.Collections.Concurrent;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>How often a promise was put to the test, and how it was broken.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<string> _faults = new();
    private int _runs;

    public int Runs => _runs;

    public int Faults => _faults.Count;

    /// <summary>The first faults, for a developer to look at.</summary>
    public IEnumerable<string> First => _faults.Take(5);

    /// <summary>Counts one more trial.</summary>
    /// <param name="trial">What was tried.</param>
    /// <param name="fault">How the promise was broken; <see langword="null"/> when it was kept.</param>
    public void Count(string trial, string? fault)
    {
        Interlocked.Increment(ref _runs);
        if (fault is not null)
            _faults.Enqueue($"{trial}: {fault}");
    }

    /// <summary>Fails the test with the first faults, unless there are none.</summary>
    public void MustBeClean() =>
        Assert.That(Faults, Is.Zero, () => $"{Faults} of {Runs}:\n{string.Join('\n', First)}");
}
