namespace Webstir.Sdk.Schedules;

/// <summary>Rewrites <c>cron(...)</c>, <c>rate(...)</c> and <c>at(...)</c>.</summary>
internal static class WrapperRepair
{
    /// <summary>The schedule in a sound frame; <see langword="null"/> when it has none of the three, or no certain content.</summary>
    public static string? Repair(string schedule) =>
        RateRepair.Repair(schedule) ?? AtExpression.Repair(schedule) ?? RepairCron(schedule);

    /// <summary>The fields with exactly one question mark: a star says as much.</summary>
    public static string? SetOneUnset(string schedule)
    {
        string[] fields = FieldsOf(schedule);
        if (fields.Length != 6)
            return null;
        (string day, string weekday) = (fields[2], fields[4]);
        (fields[2], fields[4]) = (day, weekday) switch
        {
            ("?", "?") => ("*", "?"),
            (_, "*") => (day, "?"),
            ("*", _) => ("?", weekday),
            _ => (day, weekday),
        };
        return Wrap(fields);
    }

    /// <summary>Five fields with a year; <see langword="null"/> where numbers may count the days of the week from elsewhere.</summary>
    public static string? AddYear(string schedule)
    {
        string[] fields = FieldsOf(schedule);
        if (fields.Length != 5 || fields[4].Any(char.IsAsciiDigit))
            return null;
        string withYear = Wrap([.. fields, "*"]);
        return withYear.Contains('?', StringComparison.Ordinal) ? withYear : SetOneUnset(withYear);
    }

    private static string? RepairCron(string schedule) => FieldsOf(schedule) is { Length: > 0 } fields ? Wrap(fields) : null;

    private static string Wrap(string[] fields) => $"cron({string.Join(' ', fields)})";

    private static string[] FieldsOf(string schedule)
    {
        ReadOnlySpan<char> text = schedule.AsSpan().Trim();
        if (!text.StartsWith("cron", StringComparison.OrdinalIgnoreCase))
            return [];
        ReadOnlySpan<char> rest = text["cron".Length..].TrimStart();
        int close = rest.LastIndexOf(')');
        ReadOnlySpan<char> inside = close < 0 ? rest : rest[..close];
        return inside.TrimStart('(').ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
