using System.Globalization;

namespace Webstir.Cli.Output;

/// <summary>Instants as the scheduler's own list prints them.</summary>
internal static class Instant
{
    /// <summary>ISO 8601 with seconds and offset.</summary>
    public static string Text(DateTimeOffset instant)
    {
        // Of all formats this one alone is not interpreted character by character; its fractions of a second are left out.
        Span<char> precise = stackalloc char[33];
        instant.TryFormat(precise, out _, "O", CultureInfo.InvariantCulture);
        return string.Concat(precise[..19], precise[27..]);
    }
}
