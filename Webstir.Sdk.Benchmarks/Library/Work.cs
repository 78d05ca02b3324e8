namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>A piece of work that is measured.</summary>
/// <param name="Run">What is measured.</param>
/// <param name="Calls">How many calls make one sample: enough for the clock of the processor, which counts microseconds.</param>
/// <param name="Prepare">What comes before each sample, and is no part of it.</param>
internal sealed record Work(Func<object> Run, int Calls = 1, Action? Prepare = null);
