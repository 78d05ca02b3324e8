using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>Gives up, one after the other, what a target cannot say, until it can: tells what stands in the way, and what comes nearest.</summary>
internal static class Relaxation
{
    /// <summary>What comes nearest.</summary>
    /// <param name="Recurrence">The pattern.</param>
    /// <param name="Reason">Why the schedule itself cannot be said, as a clause.</param>
    /// <param name="Loss">What the nearest does otherwise, as a clause.</param>
    internal readonly record struct Result(Recurrence Recurrence, string Reason, string Loss);

    private static readonly (string Reason, string Loss, Func<Recurrence, Recurrence> Give)[] Steps =
    [
        ("nobody there picks a value for 'H'", "with the lowest values picked", recurrence => recurrence with { Picked = 0 }),
        ("it has no years", "which comes back every year", recurrence => recurrence with { Years = null }),
        ("it has no seconds", "at the start of the minute", recurrence => recurrence with { Seconds = 1 }),
        ("it has no L, W or #", "on more dates, so that the job has to look at the date", Plain),
        ("only one of the two day fields needs to match there", "on more dates, so that the job has to look at the day of the week", recurrence => recurrence.WithoutWeekdays()),
    ];

    /// <summary>Intervals that divide the hour or the day, in minutes.</summary>
    private static readonly int[] OnTheClock = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];

    /// <summary>The nearest pattern that can be written; <see langword="null"/> when none comes near.</summary>
    public static Result? Of(Recurrence recurrence, Func<Recurrence, bool> canWrite)
    {
        var reasons = new List<string>();
        var losses = new List<string>();
        foreach ((string reason, string loss, Func<Recurrence, Recurrence> give) in Steps)
        {
            Recurrence less = give(recurrence).Normalize();
            if (less == recurrence.Normalize())
                continue;
            recurrence = less;
            reasons.Add(reason);
            losses.Add(loss);
            if (canWrite(recurrence))
                return new Result(recurrence, SetText.Join(reasons, "and"), SetText.Join(losses, "and"));
        }

        return null;
    }

    /// <summary>The interval nearest to another that a clock can show.</summary>
    public static TimeSpan NearestOnTheClock(TimeSpan interval) =>
        TimeSpan.FromMinutes(OnTheClock.MinBy(minutes => Math.Abs(Math.Log(minutes / interval.TotalMinutes))));

    /// <summary>All plain days on which the special ones can fall.</summary>
    private static Recurrence Plain(Recurrence recurrence)
    {
        if (!recurrence.HasSpecials)
            return recurrence;
        return recurrence with
        {
            Days = recurrence.Days | SpecialDays.PossibleDays(recurrence),
            Weekdays = recurrence.Weekdays | SpecialDays.PossibleWeekdays(recurrence),
            DaysFromEnd = 0,
            WorkdaysFromEnd = 0,
            DaysBeforeLastWorkday = 0,
            NearestWorkdays = 0,
            NthWeekdays = 0,
            LastWeekdays = 0,
        };
    }
}
