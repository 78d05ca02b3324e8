namespace Webstir.Sdk.Problems;

/// <summary>Broken surroundings: a file that cannot be read, is not what it should be, or cannot be written.</summary>
/// <remarks>Outcomes that a caller must expect (a job that exists, a schedule that is invalid) are values, not exceptions.</remarks>
public sealed class WebstirException : Exception
{
    /// <summary>Wraps a problem.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="innerException">What the platform said, if it said something.</param>
    public WebstirException(Problem problem, Exception? innerException = null)
        : base(problem?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>Code, place, message and next step.</summary>
    public Problem Problem { get; }
}
