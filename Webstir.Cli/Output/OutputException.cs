namespace Webstir.Cli.Output;

/// <summary>A standard stream that takes no more: a full disk behind it, or a pipe that nobody reads.</summary>
internal sealed class OutputException(Exception cause) : Exception(cause.Message, cause);
