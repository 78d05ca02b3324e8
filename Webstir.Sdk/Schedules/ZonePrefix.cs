namespace Webstir.Sdk.Schedules;

/// <summary><c>CRON_TZ=Europe/Paris 0 0 * * *</c></summary>
internal static class ZonePrefix
{
    /// <summary>Name of the zone; <see langword="null"/> when nothing follows the prefix.</summary>
    public static string? Name(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.TrimStart();
        int space = trimmed.IndexOf(' ');
        return space < 0 ? null : trimmed[(trimmed.IndexOf('=') + 1)..space].ToString();
    }
}
