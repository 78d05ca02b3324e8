namespace Webstir.Sdk.Backend;

/// <summary>Kind of a <see cref="WatchEvent"/>.</summary>
public enum WatchEventKind
{
    /// <summary>The bundler is done.</summary>
    Built,

    /// <summary>The type checker is done.</summary>
    TypeChecked,

    /// <summary>The server was started.</summary>
    ServerStarted,

    /// <summary>The server ended without being asked to.</summary>
    ServerExited,

    /// <summary>The server printed a line.</summary>
    Output,

    /// <summary>The server printed a line to standard error.</summary>
    ErrorOutput,
}
