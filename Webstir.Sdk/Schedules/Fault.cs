namespace Webstir.Sdk.Schedules;

/// <summary>Why a dialect refuses a text.</summary>
internal enum FaultKind
{
    None,
    TooLong,
    Nothing,
    FieldCount,
    Blank,
    Stray,
    EmptyItem,
    Form,
    FormInList,
    LowerCaseForm,
    Name,
    Number,
    Sign,
    Digits,
    Reversed,
    Step,
    LongStep,
    Nth,
    Offset,
    OneUnset,
    Duplicate,
    ImpossibleDate,
    Macro,
    MacroCase,
    Syntax,
    Malformed,
    Capitals,
    Unclosed,
    Surplus,
    RateNumber,
    RateGap,
    RateUnit,
    RateNumerus,
    LongRate,
    Time,
    ZonePrefix,
    Zone,
}

/// <summary>One thing that a dialect refuses, and where; <c>default</c> for none.</summary>
internal readonly record struct Fault(FaultKind Kind, int Start = 0, int Length = 0, Field? Field = null)
{
    public bool IsNone => Kind == FaultKind.None;

    public static Fault At(FaultKind kind, in Atom atom, Field field) => new(kind, atom.Start, atom.Length, field);

    public static Fault At(FaultKind kind, in Item item, Field field) => new(kind, item.Start, item.Length, field);
}
