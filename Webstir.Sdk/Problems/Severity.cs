namespace Webstir.Sdk.Problems;

/// <summary>Weight of a <see cref="Problem"/>.</summary>
public enum Severity
{
    /// <summary>The request is refused.</summary>
    Error,

    /// <summary>The request is carried out; the user should know about this.</summary>
    Warning,
}
