namespace Webstir.Sdk.Schedules;

/// <summary>Proposes a schedule to use instead of a faulty one.</summary>
internal static class Suggester
{
    /// <summary>A replacement that validates; <see langword="null"/> when none is certain.</summary>
    public static string? For(Fault fault, string schedule, Dialect dialect, ScheduleOptions options)
    {
        string? replacement = Replacement(fault, schedule, dialect);
        if (replacement is null)
            return null;
        string whole = schedule.Remove(fault.Start, fault.Length).Insert(fault.Start, replacement);
        return Assessment.Of(whole, options).IsValid ? whole : null;
    }

    private static string? Replacement(Fault fault, string schedule, Dialect dialect)
    {
        string found = schedule.Substring(fault.Start, Math.Min(fault.Length, schedule.Length - fault.Start));
        return fault.Kind switch
        {
            FaultKind.Macro => MacroTable.Nearest(found),
            FaultKind.MacroCase => MacroTable.Name(MacroTable.Find(found)),
            _ => null,
        };
    }
}
