namespace Webstir.Sdk.Schedules;

/// <summary>Place of a cron field.</summary>
internal enum Field
{
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Weekday,
    Year,
}
