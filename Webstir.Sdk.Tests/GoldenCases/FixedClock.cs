namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>The first instant of 2026, in a place without a time zone.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
