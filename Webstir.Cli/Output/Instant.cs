using System.Globalization;

namespace Webstir.Cli.Output;

/// <summary>Instants as the scheduler's own list prints them.</summary>
internal static class Instant
{
    /// <summary>ISO 8601 with seconds and offset.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
