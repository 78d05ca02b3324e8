namespace Webstir.Sdk.Schedules;

/// <summary>Family of syntaxes that a schedule is written in.</summary>
public enum ScheduleKind
{
    /// <summary>Fields, as in <c>0 0 * * *</c>, also inside <c>cron(...)</c>.</summary>
    Cron,

    /// <summary>A name, as in <c>@daily</c> or <c>@reboot</c>.</summary>
    Macro,

    /// <summary>A fixed interval in words, as in <c>rate(5 minutes)</c>.</summary>
    Rate,

    /// <summary>A fixed interval as <c>@every 1h30m</c>, <c>every 5 minutes</c>, or dates in words as <c>1st monday of month 09:00</c>.</summary>
    Every,

    /// <summary>One single time, as in <c>at(2027-01-01T00:00:00)</c>.</summary>
    At,
}
