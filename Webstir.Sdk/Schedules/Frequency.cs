namespace Webstir.Sdk.Schedules;

/// <summary>How often a schedule fires at its busiest.</summary>
internal static class Frequency
{
    /// <summary>Shortest time between two runs, as far as it is below an hour; <see langword="null"/> when there is none.</summary>
    public static TimeSpan? Shortest(Meaning meaning)
    {
        if (meaning.Recurrence is not { } recurrence)
            return meaning.Interval;
        if (Gap(recurrence.Seconds, HasNeighbours(recurrence.Minutes, 60)) is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        return Gap(recurrence.Minutes, HasNeighbours(recurrence.Hours, 24)) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
    }

    /// <summary>Shortest distance of two values; that from the last to the first only counts when the next round follows at once.</summary>
    private static int? Gap(ulong bits, bool goesRound)
    {
        List<int> values = SetText.Values(bits);
        if (values.Count < 2)
            return null;
        int shortest = goesRound ? values[0] + 60 - values[^1] : int.MaxValue;
        for (int i = 1; i < values.Count; i++)
            shortest = Math.Min(shortest, values[i] - values[i - 1]);
        return shortest;
    }

    private static bool HasNeighbours(ulong bits, int count) => (bits & (bits >> 1 | (bits & 1) << (count - 1))) != 0;
}
