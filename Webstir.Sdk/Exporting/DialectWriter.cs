using System.Globalization;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>Writes schedules for a scheduler of the table of dialects.</summary>
internal sealed class DialectWriter(string id) : IScheduleWriter
{
    private readonly Dialect _dialect = Dialects.All[Dialects.IndexOf(id)];

    /// <summary>Whether several patterns of one schedule count as one, so that a date that matches two of them fires once.</summary>
    public bool IsUnion { get; init; }

    /// <summary>Whether a fixed time between runs is something else than a pattern there, in whole seconds.</summary>
    public bool HasIntervals { get; init; }

    /// <summary>When such a time is counted from, where that is not its own start; <see langword="null"/> where it is.</summary>
    public string? IntervalOrigin { get; init; }

    /// <summary>Whether its documentation is silent on intervals, so that a pattern is better.</summary>
    public bool HasUndocumentedIntervals { get; init; }

    /// <summary>Whether some of its versions refuse a pattern with both day fields.</summary>
    public bool MayRefuseBothDays { get; init; }

    /// <summary>Whether nobody has said on which day <c>31W</c> falls in a month without a 31st.</summary>
    public bool HasVagueWorkdays { get; init; }

    public Conversion Convert(Meaning meaning)
    {
        if (Frequency.Shortest(meaning) is { } shortest && shortest < _dialect.MinimumInterval)
            return TooFrequent(meaning);
        return meaning switch
        {
            { Interval: { } interval, Phase: { } phase } => ConvertAligned(interval, phase),
            { Interval: { } interval } => ConvertInterval(interval),
            { Recurrence: { } recurrence } => ConvertPattern(recurrence),
            { At: { } time } => ConvertTime(time, meaning),
            _ => ConvertStart(meaning),
        };
    }

    private Conversion ConvertAligned(TimeSpan interval, TimeSpan phase)
    {
        if (IntervalOrigin is not null)
            return Conversion.To(Interval(interval) with { Phase = phase == TimeSpan.Zero ? null : Seconds(phase) });
        if (EquivalentWriter.OnTheClock(interval, phase) is { } recurrence)
            return ConvertPattern(recurrence);
        Conversion conversion = ConvertInterval(interval);
        return conversion.Refusal is null ? conversion with { Shifts = [.. conversion.Shifts, Conversion.LosesEpoch] } : conversion;
    }

    private Conversion ConvertInterval(TimeSpan interval)
    {
        if (HasIntervals)
            return Conversion.To(Interval(interval)) with { Shifts = IntervalOrigin is { } origin ? [$"It counts from its start here, and from {origin} there."] : [] };
        if (HasUndocumentedIntervals && EquivalentWriter.OnTheClock(interval) is { } recurrence && CronWriter.Write(recurrence, _dialect) is { } pattern)
            return OnTheClock(pattern);
        string? text = EquivalentWriter.Write(new Meaning { Interval = interval }, _dialect);
        if (text is null)
            return Conversion.Refused($"it has no intervals, and {Describer.Length(interval)} does not divide the hour or the day", NearestInterval(interval));
        // It kept its fixed distance if it is still read as one.
        if (MeaningReader.Find(text, _dialect)?.Interval is null)
            return OnTheClock(text);
        Conversion conversion = Conversion.To(new Trigger(TriggerKind.Calendar, text));
        return HasUndocumentedIntervals
            ? conversion with { Shifts = [$"It becomes '{text}', which is understood there, but in no documentation. No pattern of five fields comes at this distance."] }
            : conversion;
    }

    private static Conversion OnTheClock(string text) => Conversion.To(new Trigger(TriggerKind.Calendar, text)) with
    {
        Shifts = [$"It counts from its start here, and keeps to the clock there ('{text}')."],
    };

    private Conversion ConvertPattern(Recurrence recurrence)
    {
        if (HasVagueWorkdays && recurrence.NearestWorkdays >> 29 != 0)
            return Conversion.Refused("it does not say where the workday nearest to the 29th, 30th or 31st lies in a month without that day");
        if (!(recurrence.IsEitherDay && MayRefuseBothDays) && CronWriter.Write(recurrence, _dialect) is { } text)
            return Conversion.To(new Trigger(TriggerKind.Calendar, text));
        if (recurrence.IsEitherDay && Split(recurrence) is { } parts)
            return Conversion.To(parts) with { Shifts = IsUnion ? [] : ["Two schedules there say that either day may match: on a date that matches both, it runs twice."] };
        Relaxation.Result? relaxed = Relaxation.Of(recurrence, candidate => CronWriter.Write(candidate, _dialect) is not null);
        return relaxed is { } found
            ? Conversion.Refused(found.Reason, $"'{CronWriter.Write(found.Recurrence, _dialect)}', {found.Loss}")
            : Conversion.Refused("it has no such pattern");
    }

    /// <summary>The two day fields as two patterns, where both at once mean something else.</summary>
    private Trigger[]? Split(Recurrence recurrence)
    {
        string? days = CronWriter.Write(recurrence.WithoutWeekdays(), _dialect);
        string? weekdays = CronWriter.Write(recurrence.WithoutDays(), _dialect);
        return days is not null && weekdays is not null
            ? [new Trigger(TriggerKind.Calendar, days), new Trigger(TriggerKind.Calendar, weekdays)]
            : null;
    }

    private Conversion ConvertTime(DateTime time, Meaning meaning)
    {
        if (EquivalentWriter.Write(meaning, _dialect) is { } text)
            return Conversion.To(new Trigger(TriggerKind.Calendar, text));
        string? yearly = EquivalentWriter.Write(new Meaning { Recurrence = EveryYear(time) }, _dialect);
        return Conversion.Refused("it has no single dates", yearly is null ? null : $"'{yearly}', which comes back every year");
    }

    private static Recurrence EveryYear(DateTime time) => new()
    {
        Minutes = 1ul << time.Minute,
        Hours = 1u << time.Hour,
        Days = 1u << time.Day,
        Months = 1 << time.Month,
    };

    private Conversion ConvertStart(Meaning meaning) => EquivalentWriter.Write(meaning, _dialect) is { } text
        ? Conversion.To(new Trigger(TriggerKind.Start, text))
        : Conversion.Refused("it has no start that a job could wait for", "one run after each deployment: 'node build/backend/jobs/scheduler.js --job <name>'");

    private Conversion TooFrequent(Meaning meaning)
    {
        string minimum = Describer.Length(_dialect.MinimumInterval);
        string reason = $"it runs a job every {minimum} at most";
        Meaning slower = meaning.Recurrence is { } recurrence
            ? new Meaning { Recurrence = recurrence with { Seconds = 1, Minutes = Slower(recurrence.Minutes) } }
            : new Meaning { Interval = _dialect.MinimumInterval };
        return Conversion.Refused(reason, EquivalentWriter.Write(slower, _dialect) is { } text ? $"'{text}'" : null);
    }

    /// <summary>Minutes that stand far enough apart, also from the first of the next hour.</summary>
    private ulong Slower(ulong minutes)
    {
        int gap = (int)_dialect.MinimumInterval.TotalMinutes;
        var apart = new List<int>();
        foreach (int minute in SetText.Values(minutes))
        {
            if (apart.Count == 0 || (minute - apart[^1] >= gap && apart[0] + 60 - minute >= gap))
                apart.Add(minute);
        }

        return apart.Aggregate(0ul, (bits, minute) => bits | 1ul << minute);
    }

    private string? NearestInterval(TimeSpan interval)
    {
        TimeSpan nearest = Relaxation.NearestOnTheClock(interval);
        return EquivalentWriter.Write(new Meaning { Interval = nearest }, _dialect) is { } text ? $"'{text}', every {Describer.Length(nearest)} by the clock" : null;
    }

    private static Trigger Interval(TimeSpan interval) => new(TriggerKind.Interval, Seconds(interval));

    private static string Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
