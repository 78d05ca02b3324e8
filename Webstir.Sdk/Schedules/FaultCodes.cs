namespace Webstir.Sdk.Schedules;

/// <summary>Public code of each kind of fault.</summary>
internal static class FaultCodes
{
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.TooLong => ScheduleCodes.TooLong,
        FaultKind.Nothing or FaultKind.FieldCount => ScheduleCodes.FieldCount,
        FaultKind.Blank => ScheduleCodes.Blank,
        FaultKind.Name => ScheduleCodes.UnknownName,
        FaultKind.Number or FaultKind.Digits or FaultKind.Nth or FaultKind.Offset => ScheduleCodes.ValueOutOfRange,
        FaultKind.Reversed => ScheduleCodes.ReversedRange,
        FaultKind.Step or FaultKind.LongStep => ScheduleCodes.BadStep,
        FaultKind.ImpossibleDate => ScheduleCodes.NeverFires,
        FaultKind.Macro => ScheduleCodes.UnknownMacro,
        FaultKind.MacroCase => ScheduleCodes.MacroCase,
        FaultKind.RateNumber or FaultKind.RateGap or FaultKind.RateUnit or FaultKind.RateNumerus or FaultKind.LongRate =>
            ScheduleCodes.Rate,
        FaultKind.Form or FaultKind.FormInList or FaultKind.LowerCaseForm or FaultKind.OneUnset or FaultKind.Duplicate
            or FaultKind.ZonePrefix =>
            ScheduleCodes.UnsupportedForm,
        _ => ScheduleCodes.StrayCharacter,
    };
}
