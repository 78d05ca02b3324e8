namespace Webstir.Sdk.Exporting;

/// <summary>What became of a schedule on its way to a target.</summary>
internal sealed record Conversion
{
    /// <summary>What becomes of an interval counted from the Unix epoch where intervals count from their start.</summary>
    public const string LosesEpoch = "It is counted from a fixed moment here, and from its start there.";

    /// <summary>What fires there, together as the schedule does; empty when it is refused.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>Why it is refused, as a clause; <see langword="null"/> when it is not.</summary>
    public string? Refusal { get; init; }

    /// <summary>The nearest that can be said, with what is lost; <see langword="null"/> when nothing comes near.</summary>
    public string? Nearest { get; init; }

    /// <summary>In what it is not quite the same, as sentences.</summary>
    public IReadOnlyList<string> Shifts { get; init; } = [];

    public static Conversion To(params IReadOnlyList<Trigger> triggers) => new() { Triggers = triggers };

    public static Conversion Refused(string reason, string? nearest = null) => new() { Refusal = reason, Nearest = nearest };
}

/// <summary>One thing that fires at a target.</summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">A cron expression or its like, or a number of seconds.</param>
/// <param name="Phase">Seconds after a multiple of the interval since 1970; <see langword="null"/> for none, or where nobody reads it.</param>
internal sealed record Trigger(TriggerKind Kind, string Text, string? Phase = null);

/// <summary>Kinds of triggers.</summary>
internal enum TriggerKind
{
    /// <summary>A pattern in the target's own syntax.</summary>
    Calendar,

    /// <summary>A fixed time between two runs, in seconds.</summary>
    Interval,

    /// <summary>The start of the scheduler.</summary>
    Start,
}
