namespace Webstir.Sdk.Schedules;

/// <summary>Judges one item of a field by the rules of one dialect.</summary>
internal static class ItemJudge
{
    private static readonly FormSet WithLow = FormSet.Of(
        Form.Value, Form.ValueStep, Form.Range, Form.RangeStep, Form.NearestWorkday, Form.NearestWorkdayStep,
        Form.LastOf, Form.RangeLast, Form.Nth, Form.NthLast, Form.RangeNth);

    private static readonly FormSet WithHigh = FormSet.Of(Form.Range, Form.RangeStep, Form.RangeLast, Form.RangeNth);

    private static readonly FormSet WithStep = FormSet.Of(
        Form.AnyStep, Form.UnsetStep, Form.ValueStep, Form.RangeStep, Form.BareStep, Form.HashStep, Form.HashRangeStep);

    private static readonly FormSet Lasts = FormSet.Of(Form.Last, Form.LastOffset, Form.LastWorkday, Form.LastOffsetWorkday, Form.LastWorkdayOffset);

    private static readonly FormSet WithLetter = FormSet.Of(Form.NearestWorkday, Form.LastOf, Form.RangeLast, Form.NthLast);

    /// <summary>The first fault of an item.</summary>
    public static Fault Check(ReadOnlySpan<char> text, in Item item, bool isFirst, Field field, Dialect dialect)
    {
        if (item.Form == Form.Malformed)
            return new Fault(FaultKind.Stray, item.Trouble, RuneLength(text[item.Trouble..]), field);
        if (!dialect.Forms(field).Contains(item.Form))
            return Fault.At(item.Form == Form.Empty ? FaultKind.EmptyItem : FaultKind.Form, item, field);
        if (!item.IsAlone && !MayBeListed(item.Form, isFirst, field, dialect))
            return Fault.At(FaultKind.FormInList, item, field);
        if (dialect.Has(Extras.CapitalsOnly) && HasSmallLetter(text, item))
            return Fault.At(FaultKind.LowerCaseForm, item, field);
        return CheckParts(item, isFirst, field, dialect);
    }

    /// <summary>Characters of the first rune, so that nobody gets half of a pair.</summary>
    private static int RuneLength(ReadOnlySpan<char> text) => text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : Math.Min(text.Length, 1);

    private static bool MayBeListed(Form form, bool isFirst, Field field, Dialect dialect) =>
        (isFirst ? dialect.FirstInList : dialect.LaterInList).Contains(form) && !(form == Form.Last && field == Field.Weekday);

    private static bool HasSmallLetter(ReadOnlySpan<char> text, in Item item) =>
        (Lasts.Contains(item.Form) && text[item.Start..item.End].ContainsAny('l', 'w'))
        || (WithLetter.Contains(item.Form) && text[item.End - 1] is 'l' or 'w');

    private static Fault CheckParts(in Item item, bool isFirst, Field field, Dialect dialect)
    {
        Fault fault = default;
        if (WithLow.Contains(item.Form))
            fault = CheckValue(item.Low, isFirst, field, dialect);
        bool isBareMonth = field == Field.Month && item.Low.IsWord && dialect.Has(Extras.BareMonths);
        if (fault.IsNone && WithHigh.Contains(item.Form) && !(isBareMonth && item.Low.Length > 3))
            fault = CheckHigh(item, field, dialect);
        if (fault.IsNone && WithStep.Contains(item.Form) && !isBareMonth)
            fault = CheckStep(item.Step, field, dialect);
        return fault.IsNone ? CheckSpecial(item, field, dialect) : fault;
    }

    private static Fault CheckHigh(in Item item, Field field, Dialect dialect)
    {
        Fault fault = IsTakenUnseen(item, field, dialect) ? default : CheckValue(item.High, isFirst: false, field, dialect);
        if (fault.IsNone && item.Low.IsWord != item.High.IsWord && dialect.Has(Extras.NoMixedRanges))
            return Fault.At(FaultKind.Form, item, field);
        bool isReversed = fault.IsNone && (dialect.Reversed == ReversedRange.Refused || field == Field.Year)
            && Values.Low(item, field, dialect) > Values.High(item, field, dialect);
        return isReversed ? Fault.At(FaultKind.Reversed, item, field) : fault;
    }

    /// <summary>Whether the end of a range may lie outside its field.</summary>
    private static bool IsTakenUnseen(in Item item, Field field, Dialect dialect)
    {
        if (item.High.IsWord || item.High.HasPlus)
            return false;
        if (dialect.Has(Extras.RangesToZero) && item.High.Number == 0)
            return field is Field.Day or Field.Month or Field.Weekday;
        if (!dialect.Has(Extras.UnreachedEnds) || item.Form != Form.RangeStep || item.Step.Number < 1)
            return false;
        long low = Values.Low(item, field, dialect);
        return item.High.Number >= low && item.High.Number - ((item.High.Number - low) % item.Step.Number) <= dialect.Max(field);
    }

    private static Fault CheckSpecial(in Item item, Field field, Dialect dialect)
    {
        switch (item.Form)
        {
            case Form.Nth or Form.RangeNth when item.Step.Number is < 1 or > 5:
                return Fault.At(FaultKind.Nth, item.Step, field);
            case Form.Nth or Form.RangeNth when item.Step.HasPlus && dialect.Has(Extras.PlusMeansAnd):
                return Fault.At(FaultKind.Sign, item.Step, field);
            case Form.LastOffset or Form.LastOffsetWorkday or Form.LastWorkdayOffset when item.Step.Number > 30 || item.Step.Number < dialect.MinOffset:
                return Fault.At(FaultKind.Offset, item.Step, field);
            case Form.AnyRange when !dialect.Has(Extras.AnyRangeIsAny):
                return CheckValue(item.High, isFirst: false, field, dialect);
            case Form.HashRange or Form.HashRangeStep when IsHashOutside(item, field, dialect):
                return Fault.At(FaultKind.Number, item, field);
            default:
                return default;
        }
    }

    private static bool IsHashOutside(in Item item, Field field, Dialect dialect) =>
        item.Low.Number > item.High.Number || item.Low.Number > dialect.Max(field) || item.High.Number < dialect.Min(field);

    private static Fault CheckValue(in Atom atom, bool isFirst, Field field, Dialect dialect)
    {
        if (atom.HasPlus && !MayHavePlus(atom, isFirst, field, dialect))
            return Fault.At(FaultKind.Sign, atom, field);
        if (atom.IsWord)
            return Values.IsName(atom, field, dialect) ? default : Fault.At(FaultKind.Name, atom, field);
        if (atom.Length > dialect.MaxDigits)
            return Fault.At(FaultKind.Digits, atom, field);
        bool isInside = atom.Number >= dialect.Min(field) && atom.Number <= dialect.Max(field);
        return isInside ? default : Fault.At(FaultKind.Number, atom, field);
    }

    private static bool MayHavePlus(in Atom atom, bool isFirst, Field field, Dialect dialect) =>
        (dialect.Has(Extras.PlusSign) && !atom.IsWord) || (dialect.Has(Extras.PlusMeansAnd) && isFirst && field == Field.Weekday);

    private static Fault CheckStep(in Atom step, Field field, Dialect dialect)
    {
        if (step.IsWord)
            return dialect.Has(Extras.NamedStep) && Values.IsName(step, field, dialect) ? default : Fault.At(FaultKind.Step, step, field);
        bool isAnything = dialect.Steps is StepLimit.Anything or StepLimit.Unchecked;
        if (step.Length > dialect.MaxDigits && step.Number >= 0)
            return Fault.At(FaultKind.Digits, step, field);
        if (step.HasPlus && !isAnything && !dialect.Has(Extras.PlusSign))
            return Fault.At(FaultKind.Sign, step, field);
        if (step.Number < 1 && !isAnything)
            return Fault.At(FaultKind.Step, step, field);
        bool isTooLong = step.Number > dialect.MaxStep(field)
            || (dialect.Steps == StepLimit.PositiveInt32 && unchecked((int)step.Number) < 1);
        return isTooLong ? Fault.At(FaultKind.LongStep, step, field) : default;
    }
}
