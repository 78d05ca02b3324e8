namespace Webstir.Sdk.Schedules;

/// <summary>Proposes a schedule to use instead of a faulty one.</summary>
internal static class Suggester
{
    /// <summary>A replacement that validates; <see langword="null"/> when none is certain.</summary>
    public static string? For(Fault fault, string schedule, Dialect dialect, ScheduleOptions options)
    {
        string? repaired = Repair(fault, schedule, dialect) is { } text ? SundayRange.SpellOut(text) : null;
        if (repaired is not null && Assessment.IsValid(repaired, options))
            return repaired;
        return Translate(schedule, options);
    }

    /// <summary>The same meaning in a syntax that all schedulers in question take.</summary>
    private static string? Translate(string schedule, ScheduleOptions options)
    {
        if (Assessment.MeaningOf(schedule) is not { NeverFires: false } meaning)
            return null;
        foreach (int row in Assessment.Rows(options))
        {
            string? equivalent = EquivalentWriter.Write(meaning, Dialects.All[row]);
            if (equivalent is not null && equivalent != schedule && Assessment.IsValid(equivalent, options))
                return equivalent;
        }

        return null;
    }

    private static string? Repair(Fault fault, string schedule, Dialect dialect)
    {
        string found = schedule.Substring(fault.Start, Math.Min(fault.Length, schedule.Length - fault.Start));
        return fault.Kind switch
        {
            FaultKind.Macro => Replace(schedule, fault, MacroTable.Nearest(found)),
            FaultKind.MacroCase => MacroTable.Name(MacroTable.Find(found)),
            FaultKind.Name => Replace(schedule, fault, NearestName(found, fault.Field)),
            FaultKind.Reversed => ItemRepair.SpellOut(schedule, fault, dialect),
            FaultKind.EmptyItem => DropComma(schedule, fault.Start),
            FaultKind.Form when found.StartsWith('/') => Replace(schedule, fault, "*" + found),
            FaultKind.Form when found.StartsWith('?') => Replace(schedule, fault, "*" + found[1..]),
            FaultKind.Number when fault.Field == Field.Hour && found == "24" => Replace(schedule, fault, "0"),
            FaultKind.Step when found.StartsWith('-') && found != "-0" => Replace(schedule, fault, found[1..]),
            FaultKind.Sign => Replace(schedule, fault, found.TrimStart('+')),
            FaultKind.Digits => Replace(schedule, fault, found.TrimStart('0')),
            FaultKind.LowerCaseForm => Replace(schedule, fault, found.ToUpperInvariant()),
            FaultKind.Blank => WrapperRepair.Repair(schedule) ?? Respace(schedule),
            FaultKind.OneUnset => WrapperRepair.SetOneUnset(schedule),
            FaultKind.FieldCount => RepairWord(schedule) ?? WrapperRepair.AddYear(schedule),
            _ => WrapperRepair.Repair(schedule),
        };
    }

    /// <summary>The schedule with single spaces between its fields.</summary>
    public static string Respace(string schedule) =>
        string.Join(' ', schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Replace(string schedule, Fault fault, string? replacement) =>
        replacement is null ? null : schedule.Remove(fault.Start, fault.Length).Insert(fault.Start, replacement);

    private static string? NearestName(string word, Field? field)
    {
        if (word.Length > 12)
            return null;
        string? name = field switch
        {
            Field.Month => Names.FindMonth(word) is > 0 and byte month ? Names.Month(month) : Names.NearestMonth(word),
            Field.Weekday => Names.FindWeekday(word) is > 0 and byte weekday ? Names.Weekday(weekday - 1) : Names.NearestWeekday(word),
            _ => null,
        };
        return name is null ? null : Names.Short(name);
    }

    private static string? DropComma(string schedule, int index)
    {
        int comma = index > 0 && schedule[index - 1] == ',' ? index - 1 : index;
        bool isLone = (comma == 0 || schedule[comma - 1] == ' ') && (comma == schedule.Length - 1 || schedule[comma + 1] == ' ');
        return isLone ? null : schedule.Remove(comma, 1);
    }

    /// <summary>A macro without its sign, or a time of day.</summary>
    private static string? RepairWord(string schedule)
    {
        string word = schedule.Trim();
        if (TimeOnly.TryParseExact(word, ["H:mm", "HH:mm"], out TimeOnly time))
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * *");
        return word.Length is > 3 and < 12 && !word.Contains(' ', StringComparison.Ordinal) ? MacroTable.Nearest("@" + word) : null;
    }
}
