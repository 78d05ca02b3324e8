namespace Webstir.Sdk.Schedules;

/// <summary>Macros by name.</summary>
[Flags]
internal enum Macros
{
    None = 0,
    Yearly = 1,
    Annually = 2,
    Monthly = 4,
    Weekly = 8,
    Daily = 16,
    Midnight = 32,
    Hourly = 64,
    Reboot = 128,
    Minutely = 256,
    Secondly = 512,
    Weekdays = 1024,
    Weekends = 2048,
    EveryMinute = 4096,
    EverySecond = 8192,

    /// <summary>The seven that most schedulers share.</summary>
    Seven = Yearly | Annually | Monthly | Weekly | Daily | Midnight | Hourly,
}
