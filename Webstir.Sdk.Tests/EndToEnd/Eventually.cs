using System.Diagnostics;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>Waits for what comes true while other programs work, and never for ever.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds, and fails when it does not in time, or cannot any more.</summary>
    public static Task HoldsAsync(Func<bool> condition, Func<string> failure, Func<bool>? isHopeless = null) =>
        HoldsAsync(() => Task.FromResult(condition()), failure, isHopeless);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, Func{string}, Func{bool}?)"/>
    public static async Task HoldsAsync(Func<Task<bool>> condition, Func<string> failure, Func<bool>? isHopeless = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            // What was said before the end counts.
            bool isLast = watch.Elapsed > Patience || (isHopeless?.Invoke() ?? false);
            if (await condition())
                return;
            if (isLast)
                Assert.Fail(failure());
            await Task.Delay(Pause);
        }
    }
}
