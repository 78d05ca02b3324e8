using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Webstir.Sdk.Schedules;

/// <summary>Verdicts by scheduler, each worked out when it is asked for.</summary>
internal sealed class SchedulerVerdicts(string schedule, Findings findings) : IReadOnlyDictionary<string, SchedulerVerdict>
{
    private readonly SchedulerVerdict?[] _verdicts = new SchedulerVerdict?[Dialects.All.Length];

    public int Count => _verdicts.Length;

    public IEnumerable<string> Keys => Dialects.Ids;

    public IEnumerable<SchedulerVerdict> Values => Dialects.Rows.Select(Verdict);

    public SchedulerVerdict this[string key] =>
        TryGetValue(key, out SchedulerVerdict? verdict) ? verdict : throw new KeyNotFoundException($"There is no scheduler '{key}'.");

    public bool ContainsKey(string key) => Dialects.IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out SchedulerVerdict value)
    {
        int row = Dialects.IndexOf(key);
        value = row >= 0 ? Verdict(row) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, SchedulerVerdict>> GetEnumerator() =>
        Dialects.Rows.Select(row => KeyValuePair.Create(Dialects.Ids[row], Verdict(row))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SchedulerVerdict Verdict(int row) => _verdicts[row] ??= VerdictWriter.Write(schedule, findings, row);
}
