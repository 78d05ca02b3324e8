using System.Globalization;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Puts a fault into words: what, the offending text, and the rule that it breaks.</summary>
internal static class FaultText
{
    public static string Describe(Fault fault, string text, Dialect dialect)
    {
        string found = fault.Start + fault.Length <= text.Length ? Printable.Quote(text.Substring(fault.Start, fault.Length)) : "";
        string place = fault.Field is { } field ? FieldNames.Of(field) : "schedule";
        string sentence = fault.Kind switch
        {
            FaultKind.TooLong => $"The schedule has {text.Length} characters; at most {Assessment.MaxLength} are taken.",
            FaultKind.Nothing => "The schedule is empty. It needs " + Layout.Describe(dialect.Layouts) + ".",
            FaultKind.FieldCount => $"The schedule has {CountWords(text)}. {dialect.Name} takes {Layout.Describe(dialect.Layouts)}.",
            FaultKind.Blank => $"{DescribeCharacter(text, fault.Start)} stands where {dialect.Name} takes plain spaces between the fields only.",
            FaultKind.Stray => DescribeStray(fault, text, place),
            FaultKind.EmptyItem => $"A list in the {place} field has an item with nothing in it. Items stand between the commas.",
            FaultKind.Form => $"'{found}' is no form that {dialect.Name} knows in the {place} field.",
            FaultKind.FormInList => $"'{found}' cannot stand in a list in the {place} field of {dialect.Name}.",
            FaultKind.LowerCaseForm => $"The letter in '{found}' must be a capital for {dialect.Name}.",
            FaultKind.Name => DescribeName(found, fault.Field, dialect),
            FaultKind.Number => DescribeNumber(found, fault.Field ?? Field.Minute, dialect),
            FaultKind.Sign => $"'{found}' has a sign. {dialect.Name} takes digits alone.",
            FaultKind.Digits => $"'{found}' has too many digits. {dialect.Name} takes at most {dialect.MaxDigits}.",
            FaultKind.Reversed => $"The {place} range {found} ends before it starts. Schedulers wrap, swap, empty or refuse such a range.",
            FaultKind.Step => $"'{found}' is no step in the {place} field. A step is a number from 1.",
            FaultKind.LongStep => $"Step {found} is too long for the {place} field. {dialect.Name} takes 1-{dialect.MaxStep(fault.Field ?? Field.Minute)}.",
            FaultKind.Nth => $"'{found}' after # is outside 1-5. A month has at most five of each day of the week.",
            FaultKind.Offset => $"'{found}' days before the last of the month is outside {dialect.MinOffset}-30.",
            FaultKind.OneUnset => $"{dialect.Name} wants ? in exactly one of day of month and day of week.",
            FaultKind.Duplicate => $"'{found}' repeats a value of the {place} list. {dialect.Name} takes each value once.",
            FaultKind.ImpossibleDate => $"'{found}' never comes: no date matches day, month and weekday. The schedule would never run.",
            FaultKind.Macro => $"'{found}' is no macro of {dialect.Name}.{ListMacros(dialect)}",
            FaultKind.MacroCase => $"'{found}' has capitals. {dialect.Name} takes macros in lower case only.",
            FaultKind.Capitals => $"'{found}' has capitals. {dialect.Name} takes it in lower case only.",
            FaultKind.Unclosed => "The schedule breaks off: its closing parenthesis is missing.",
            FaultKind.Surplus => $"'{found}' stands after the closing parenthesis. The schedule ends there.",
            FaultKind.RateNumber => DescribeRateNumber(found),
            FaultKind.RateGap => $"'{found}' lacks the blank between number and unit. One blank stands there, as in rate(5 minutes).",
            FaultKind.RateUnit => DescribeRateUnit(found, dialect),
            FaultKind.RateNumerus => $"'{found}' does not agree with its number. {dialect.Name} takes the singular for 1 and the plural otherwise.",
            FaultKind.LongRate => $"'{found}' is too long for a rate. The longest is {int.MaxValue / 86400} days.",
            FaultKind.Time => $"'{found}' is no time in {dialect.Name}. A time is a date that exists and a time of day, without an offset, as in at(2027-01-01T00:00:00).",
            FaultKind.Malformed => $"'{found}' is not written as {dialect.Name} wants it. It takes {ListSyntaxes(dialect)}.",
            FaultKind.ZonePrefix => $"'{found.TrimEnd()}' names a time zone. {dialect.Name} takes it from elsewhere: {dialect.Zone}.",
            FaultKind.Zone => $"'{found.TrimEnd()}' names no time zone that is known here.",
            _ => $"'{found}' is in a syntax that {dialect.Name} does not know. It takes {ListSyntaxes(dialect)}.",
        };
        return sentence;
    }

    private static string DescribeStray(Fault fault, string text, string place)
    {
        bool isMissing = fault.Start >= text.Length || text[fault.Start] == ',' || char.IsWhiteSpace(text[fault.Start]);
        return isMissing
            ? $"The {place} field breaks off: a number or a name is missing."
            : $"{DescribeCharacter(text, fault.Start)} cannot stand here in the {place} field.";
    }

    private static string DescribeRateNumber(string found) =>
        (found.Length == 0 ? "The number of the rate is missing." : $"'{found}' is no number of a rate.")
        + " It is a whole number from 1, as in rate(5 minutes).";

    private static string DescribeRateUnit(string found, Dialect dialect) =>
        (found.Length == 0 ? "The unit of the rate is missing." : $"'{found}' is no unit of a rate for {dialect.Name}.")
        + (dialect.Has(Extras.LooseRate) ? " Units are second(s), minute(s), hour(s) and day(s)" : " Units are minute(s), hour(s) and day(s)")
        + ", in lower case.";

    private static string DescribeCharacter(string text, int index) => index < text.Length ? Printable.Describe(text, index) : "The end";

    private static string DescribeName(string found, Field? field, Dialect dialect) => field switch
    {
        Field.Month => $"'{found}' is no month for {dialect.Name}. Months are 1-12 or JAN to DEC.",
        Field.Weekday => $"'{found}' is no day of the week for {dialect.Name}. Days are {Bounds(Field.Weekday, dialect)} or SUN to SAT.",
        _ => $"'{found}' is a word, but the {FieldNames.Of(field ?? Field.Minute)} field takes numbers only.",
    };

    private static string DescribeNumber(string found, Field field, Dialect dialect)
    {
        string name = FieldNames.Of(field);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} {found} is outside {Bounds(field, dialect)}.";
    }

    private static string Bounds(Field field, Dialect dialect) =>
        string.Create(CultureInfo.InvariantCulture, $"{dialect.Min(field)}-{dialect.Max(field)}");

    private static string CountWords(string text)
    {
        int count = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return count == 1 ? "1 field" : $"{count} fields";
    }

    private static string ListSyntaxes(Dialect dialect)
    {
        var syntaxes = new List<string> { dialect.Has(Extras.CronWrapper) ? "cron(...) with a year and one ?" : "cron fields" };
        if (dialect.Macros != Macros.None)
            syntaxes.Add("macros");
        if (dialect.Has(Extras.Every))
            syntaxes.Add("@every 1h30m");
        if (dialect.Has(Extras.Rate | Extras.LooseRate))
            syntaxes.Add("rate(5 minutes)");
        if (dialect.Has(Extras.At))
            syntaxes.Add("at(yyyy-MM-ddTHH:mm:ss)");
        if (dialect.Has(Extras.English))
            syntaxes.Add("every 5 minutes, every monday 09:00 or 1st monday of month 09:00");
        return SetText.Join(syntaxes, "and");
    }

    private static string ListMacros(Dialect dialect)
    {
        Macros[] known = Array.FindAll(Enum.GetValues<Macros>(), macro => int.PopCount((int)macro) == 1 && (dialect.Macros & macro) != 0);
        return known.Length == 0 ? " It has none." : $" It knows {string.Join(", ", known.Select(MacroTable.Name))}.";
    }
}
