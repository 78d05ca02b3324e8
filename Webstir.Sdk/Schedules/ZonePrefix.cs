namespace Webstir.Sdk.Schedules;

/// <summary><c>CRON_TZ=Europe/Paris 0 0 * * *</c></summary>
internal static class ZonePrefix
{
    /// <summary>Characters up to and with the blank that ends the prefix; all of them when nothing follows.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        int start = text.IndexOf('=');
        int blank = text[start..].IndexOf(' ');
        return blank < 0 ? text.Length : start + blank + 1;
    }

    /// <summary>Name of the zone.</summary>
    public static string Name(ReadOnlySpan<char> text) => text[(text.IndexOf('=') + 1)..Length(text)].TrimEnd().ToString();
}
