namespace Webstir.Sdk.Schedules;

/// <summary>What a schedule means, what is wrong with it, and what each scheduler makes of it.</summary>
/// <remarks>Everything but the verdict is worked out when it is first asked for. Equal results come from equal questions.</remarks>
public sealed record ScheduleValidation
{
    private readonly ScheduleOptions _options;
    private readonly Findings _findings;
    private IReadOnlyList<ScheduleProblem>? _problems;
    private SchedulerVerdicts? _verdicts;
    private string? _description;

    internal ScheduleValidation(string schedule, ScheduleOptions options, Findings findings)
    {
        Schedule = schedule;
        _options = options;
        _findings = findings;
        IsValid = findings.IsValid;
    }

    /// <summary>The schedule, exactly as it was given; empty when it was <see langword="null"/>.</summary>
    public string Schedule { get; }

    /// <summary>Whether every chosen scheduler accepts the schedule, and it can fire.</summary>
    /// <remarks>Without a choice one of them is enough, but it must not be by accident: <see cref="ScheduleValidator.Validate"/> tells.</remarks>
    public bool IsValid { get; }

    /// <summary>Family of syntaxes; <see langword="null"/> when the schedule is not understood.</summary>
    public ScheduleKind? Kind => _findings.Kind;

    /// <summary>All errors, or all warnings of a valid schedule, in the order of their columns.</summary>
    /// <remarks>The first 3 mistakes get suggestions. Of more than 20 the first are told, without any.</remarks>
    public IReadOnlyList<ScheduleProblem> Problems => _problems ??= Diagnosis.Of(this, _options, _findings);

    /// <summary>Verdict of every scheduler in the table, by its identifier.</summary>
    public IReadOnlyDictionary<string, SchedulerVerdict> Schedulers => _verdicts ??= new SchedulerVerdicts(Schedule, _findings);

    /// <summary>When the schedule fires, in English words; empty when it is not understood.</summary>
    /// <remarks>Of a schedule that a chosen scheduler refuses, this is what it means to those who take it.</remarks>
    public string Description => _description ??= _findings.Meaning is { } meaning ? Describer.Describe(meaning) : "";

    /// <summary>What it means to the scheduler that lends it its meaning; <see langword="null"/> when it is not understood.</summary>
    internal Meaning? Meaning => _findings.Meaning;

    /// <summary>The schedulers it was asked about; none for all.</summary>
    internal IReadOnlyList<string> Chosen => _options.Schedulers ?? [];

    /// <summary>The scheduler that lends it its meaning; <see langword="null"/> when none does.</summary>
    internal Dialect? ReadBy => _findings.Row >= 0 ? Dialects.All[_findings.Row] : null;

    /// <summary>Instants at which the schedule fires.</summary>
    /// <param name="after">Instant that the first one comes after; a fixed interval counts from here.</param>
    /// <param name="count">Most instants to return; none for 0 or less.</param>
    /// <param name="zone">Time zone of the wall clock, unless the schedule names its own.</param>
    /// <returns>
    /// Instants in order, in the offset of their zone. None when the schedule is not understood, never fires, or has no
    /// times (<c>@reboot</c>) or secret ones (<c>H</c>), nor when a chosen scheduler refuses it; fewer than asked for when it ends, or when the next one is more than 40 years away.
    /// </returns>
    /// <remarks>
    /// The meaning is that of the first chosen scheduler; without a choice it is Webstir's own:
    /// either of two day fields may match, and 0 and 7 are Sunday.
    /// When clocks change, a schedule that runs in every hour follows elapsed time: it goes on through an hour that comes
    /// twice, and an hour that is skipped has no runs. Hangfire and Quartz.NET say so of each schedule with a <c>*</c>, a range or a
    /// step in a time field, and run it once when a gap that skips one of its times is over. Else a fixed time follows its scheduler. Kubernetes and Temporal do not run
    /// a time that is skipped, and run one that comes twice both times; so do croner and Webstir when a day has several times.
    /// The others run the latter the first time, and the former once when the gap is over, BullMQ as much later as the clocks
    /// went forward, EventBridge not at all.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<DateTimeOffset> NextOccurrences(DateTimeOffset after, int count, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return count > 0 ? [.. Occurrences(after, zone).Take(count)] : [];
    }

    /// <summary>As <see cref="NextOccurrences"/>, the first alone.</summary>
    internal DateTimeOffset? NextOccurrence(DateTimeOffset after, TimeZoneInfo zone) => _findings is { Row: >= 0, Meaning: { } meaning }
        ? Schedules.Occurrences.First(meaning, after, zone, Dialects.All[_findings.Row].Clock)
        : null;

    /// <summary>Whether both are answers to the same question.</summary>
    public bool Equals(ScheduleValidation? other) => other is not null && Schedule == other.Schedule && _options == other._options;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Schedule, _options);

    private IEnumerable<DateTimeOffset> Occurrences(DateTimeOffset after, TimeZoneInfo zone) => _findings is { Row: >= 0, Meaning: { } meaning }
        ? Schedules.Occurrences.After(meaning, after, zone, Dialects.All[_findings.Row].Clock)
        : [];
}
