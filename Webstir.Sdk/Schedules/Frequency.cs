namespace Webstir.Sdk.Schedules;

/// <summary>How often a schedule fires at its busiest.</summary>
internal static class Frequency
{
    /// <summary>Shortest time between two runs, as far as it is below an hour; <see langword="null"/> when there is none.</summary>
    public static TimeSpan? Shortest(Meaning meaning)
    {
        if (meaning.Recurrence is not { } recurrence)
            return meaning.Interval;
        if (Gap(recurrence.Seconds) is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        return Gap(recurrence.Minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
    }

    private static int? Gap(ulong bits)
    {
        List<int> values = SetText.Values(bits);
        if (values.Count < 2)
            return null;
        int shortest = values[0] + 60 - values[^1];
        for (int i = 1; i < values.Count; i++)
            shortest = Math.Min(shortest, values[i] - values[i - 1]);
        return shortest;
    }
}
