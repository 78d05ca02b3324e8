namespace Webstir.Sdk.Schedules;

/// <summary>The values that an item stands for in a dialect, in its own numbers.</summary>
internal ref struct ValueRange
{
    private readonly long _end;
    private readonly long _step;
    private readonly int _span;
    private readonly int _max;
    private long _next;

    public ValueRange(in Item item, Field field, Dialect dialect)
    {
        int min = field == Field.Year && dialect.Has(Extras.StepsFromYearZero) ? 0 : dialect.Min(field);
        _max = dialect.Max(field);
        bool hasLow = item.Low.Length > 0;
        _next = hasLow ? Values.Low(item, field, dialect) : min;
        bool isBareMonth = field == Field.Month && item.Low.IsWord && dialect.Has(Extras.BareMonths);
        bool endsEarly = item.High.Length > 0 && !(item.Form == Form.AnyRange && dialect.Has(Extras.AnyRangeIsAny));
        _end = endsEarly ? Values.High(item, field, dialect) : item.Form is Form.ValueStep || !hasLow ? _max : _next;
        if (isBareMonth && (item.Low.Length > 3 || item.High.Length == 0))
            _end = _next;
        _step = isBareMonth || !HasStep(item) ? 1 : Math.Max(1, Values.Of(item.Step, field, dialect));
        if (item.Form is Form.Empty)
            _end = -1;
        else if (item.Form is Form.Hash or Form.HashStep or Form.HashRange or Form.HashRangeStep)
            // The scheduler picks a value of its own; the lowest stands for it.
            _end = _next = Math.Max(_next, min);
        else if (_next > _end)
            Reverse(dialect.Reversed, field, dialect, ref _end, ref _span);
    }

    public readonly int First => (int)_next;

    /// <summary>Number of values.</summary>
    public readonly int Count => _next > _end ? 0 : (int)((_end - _next) / _step) + 1;

    /// <summary>Distance of two values; one value alone needs none.</summary>
    public readonly int Step => Count > 1 ? (int)_step : 0;

    public int Current { get; private set; }

    public readonly ValueRange GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next > _end)
            return false;
        Current = (int)(_next > _max && _span > 0 ? _next - _span : _next);
        _next += _step;
        return true;
    }

    private static bool HasStep(in Item item) =>
        item.Form is Form.AnyStep or Form.UnsetStep or Form.ValueStep or Form.RangeStep or Form.BareStep;

    private void Reverse(ReversedRange rule, Field field, Dialect dialect, ref long end, ref int span)
    {
        if (rule == ReversedRange.Swapped)
        {
            (_next, end) = (end, _next);
        }
        else if (rule is ReversedRange.Wrapped or ReversedRange.WrappedEarly)
        {
            if (rule == ReversedRange.WrappedEarly && _step == 1)
                _next--;
            // 7 is Sunday over again: one turn of the week is seven days in every numbering.
            span = field == Field.Weekday ? 7 : _max - dialect.Min(field) + 1;
            end += span;
        }
    }
}
