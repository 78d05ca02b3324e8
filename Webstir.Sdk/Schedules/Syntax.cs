namespace Webstir.Sdk.Schedules;

/// <summary>Outer form of a schedule.</summary>
internal enum Syntax
{
    /// <summary>Fields, bare.</summary>
    Fields,

    /// <summary><c>cron(...)</c></summary>
    CronWrapper,

    /// <summary><c>CRON_TZ=... </c> before fields or a macro.</summary>
    ZonePrefix,

    /// <summary><c>@daily</c></summary>
    Macro,

    /// <summary><c>@every 5m</c></summary>
    AtEvery,

    /// <summary><c>rate(5 minutes)</c></summary>
    Rate,

    /// <summary><c>at(2027-01-01T00:00:00)</c></summary>
    At,

    /// <summary><c>every 5 minutes</c></summary>
    English,
}
