namespace Webstir.Sdk.Schedules;

/// <summary>Codes of <see cref="ScheduleProblem.Code"/>. A code never changes its meaning.</summary>
public static class ScheduleCodes
{
    /// <summary>Too few or too many fields, or nothing at all.</summary>
    public const string FieldCount = "WEB0401";

    /// <summary>A macro that no scheduler knows.</summary>
    public const string UnknownMacro = "WEB0402";

    /// <summary>A number outside the range of its field.</summary>
    public const string ValueOutOfRange = "WEB0403";

    /// <summary>A word that names no month and no day of the week.</summary>
    public const string UnknownName = "WEB0404";

    /// <summary>A range that ends before it starts: wrapped, swapped, empty or refused, depending on the scheduler.</summary>
    public const string ReversedRange = "WEB0405";

    /// <summary>A step that is 0, negative or no number, or one that is longer than its field.</summary>
    public const string BadStep = "WEB0406";

    /// <summary>A character that cannot stand where it stands.</summary>
    public const string StrayCharacter = "WEB0407";

    /// <summary>White space other than single spaces between the fields.</summary>
    public const string Blank = "WEB0408";

    /// <summary>A form that the chosen schedulers do not know, as <c>L</c>, <c>W</c>, <c>#</c>, <c>?</c> or <c>5/15</c>.</summary>
    public const string UnsupportedForm = "WEB0409";

    /// <summary>Day of month and day of week are both set: some schedulers read "or", some "and".</summary>
    public const string BothDays = "WEB0410";

    /// <summary>Days of the week as numbers, which some schedulers count from 1.</summary>
    public const string NumericWeekday = "WEB0411";

    /// <summary>Six fields: most schedulers read seconds first, Temporal a year last.</summary>
    public const string SixFields = "WEB0412";

    /// <summary>A step that does not divide its field, so that the last interval is shorter.</summary>
    public const string UnevenStep = "WEB0413";

    /// <summary>Dates that do not exist: the schedule never fires. As a warning: dates that are over.</summary>
    public const string NeverFires = "WEB0414";

    /// <summary>More often than a scheduler runs anything.</summary>
    public const string TooFrequent = "WEB0415";

    /// <summary>A rate whose number or unit a scheduler refuses.</summary>
    public const string Rate = "WEB0416";

    /// <summary>A macro in capitals, which some schedulers refuse.</summary>
    public const string MacroCase = "WEB0417";

    /// <summary>A <c>#</c> that some schedulers take for the start of a comment.</summary>
    public const string Comment = "WEB0418";

    /// <summary>A fixed time that a change of the clocks skips or repeats in the given time zone.</summary>
    public const string ClockChange = "WEB0419";

    /// <summary>More characters than 256.</summary>
    public const string TooLong = "WEB0420";

    /// <summary>A scheduler in the options that is not in the table.</summary>
    public const string UnknownScheduler = "WEB0421";
}
