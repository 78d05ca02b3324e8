using System.Collections.Concurrent;
using NUnit.Framework.Internal;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>How often a promise was put to the test, and how it was broken.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<string> _faults = new();
    private int _runs;
    private int _misses;

    public int Runs => _runs;

    public int Faults => _faults.Count;

    /// <summary>Trials that came to nothing, such as kills of runs that had ended already.</summary>
    public int Misses => _misses;

    /// <summary>Whether the promise was put to the test, and kept each time.</summary>
    public bool IsClean => Runs > 0 && Faults == 0;

    /// <summary>The first faults, for a developer to look at.</summary>
    public IEnumerable<string> First => _faults.Take(20);

    /// <summary>Counts one more trial.</summary>
    /// <param name="trial">What was tried.</param>
    /// <param name="fault">How the promise was broken; <see langword="null"/> when it was kept.</param>
    public void Count(string trial, string? fault)
    {
        Interlocked.Increment(ref _runs);
        if (fault is not null)
            _faults.Enqueue($"{trial}: {fault}");
    }

    /// <summary>Counts one more trial, which breaks the promise by a failing assertion.</summary>
    public async Task CountAsync(string trial, Func<Task> test)
    {
        // NUnit would otherwise remember the failure until the test ends.
        using var context = new TestExecutionContext.IsolatedContext();
        try
        {
            await test();
            Count(trial, fault: null);
        }
        catch (AssertionException failure)
        {
            Count(trial, failure.Message);
        }
    }

    /// <summary>Counts a trial that came to nothing, and gives the number of those so far.</summary>
    public int Miss() => Interlocked.Increment(ref _misses);

    /// <summary>Fails the test with the first faults, unless there are none; and when nothing was tried.</summary>
    public void MustBeClean() =>
        Assert.That(IsClean, () => $"{Faults} of {Runs}:\n{string.Join('\n', First)}");
}
