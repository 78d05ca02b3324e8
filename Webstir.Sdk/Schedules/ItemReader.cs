using System.Runtime.CompilerServices;

namespace Webstir.Sdk.Schedules;

/// <summary>Reads one item of a list after the other.</summary>
internal ref struct ItemReader(ReadOnlySpan<char> text, int position)
{
    /// <summary>Far above every rule, and ten times as much is still a <see langword="long"/>.</summary>
    private const long MaxNumber = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<char> _text = text;

    public int Position { get; private set; } = position;

    public readonly bool IsAtEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Position >= _text.Length;
    }

    public readonly char Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _text[Position];
    }

    public void Skip() => Position++;

    /// <summary>Steps over a character if it comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accept(char expected)
    {
        if (IsAtEnd || _text[Position] != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>Reads up to the next comma or blank.</summary>
    public void Read(byte ordinal, out Item item)
    {
        item = new Item { Ordinal = ordinal, Start = (short)Position };
        item.Form = IsAtItemEnd ? Form.Empty : ReadForm(ref item);
        if (!IsAtItemEnd || item.Form == Form.Malformed)
            item.Form = SkipRest(ref item);
        item.Length = (short)(Position - item.Start);
    }

    private readonly bool IsAtItemEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsAtEnd || Current == ',' || Blank.Is(Current);
    }

    private Form SkipRest(ref Item item)
    {
        item.Trouble = (short)Position;
        while (!IsAtItemEnd)
            Position++;
        return Form.Malformed;
    }

    private Form ReadForm(ref Item item) => Current switch
    {
        '*' => ReadStar(ref item),
        '?' => ReadUnset(ref item),
        '/' => ReadStep(ref item, Form.Empty, Form.BareStep),
        '+' or (>= '0' and <= '9') => ReadNumber(ref item),
        _ when char.IsAsciiLetter(Current) => ReadWord(ref item),
        _ => Form.Malformed,
    };

    private Form ReadStar(ref Item item)
    {
        Position++;
        if (!Accept('-'))
            return ReadStep(ref item, Form.Any, Form.AnyStep);
        item.High = ReadAtom();
        return item.High.Length == 0 ? Form.Malformed : Form.AnyRange;
    }

    private Form ReadUnset(ref Item item)
    {
        Position++;
        return ReadStep(ref item, Form.Unset, Form.UnsetStep);
    }

    private Form ReadStep(ref Item item, Form without, Form with)
    {
        if (!Accept('/'))
            return without;
        item.Step = ReadSigned();
        return item.Step.Length == 0 ? Form.Malformed : with;
    }

    private Form ReadNumber(ref Item item)
    {
        item.Low = ReadAtom();
        if (item.Low.Length == 0)
            return Form.Malformed;
        if (AcceptLetter('W'))
            return ReadStep(ref item, Form.NearestWorkday, Form.NearestWorkdayStep);
        return ReadAfterValue(ref item);
    }

    private Form ReadAfterValue(ref Item item)
    {
        if (Accept('-'))
            return ReadRange(ref item);
        if (AcceptLetter('L'))
            return Form.LastOf;
        return Accept('#') ? ReadNth(ref item, Form.Nth) : ReadStep(ref item, Form.Value, Form.ValueStep);
    }

    private Form ReadRange(ref Item item)
    {
        item.High = ReadAtom();
        if (item.High.Length == 0)
            return Form.Malformed;
        if (AcceptLetter('L'))
            return Form.RangeLast;
        return Accept('#') ? ReadNth(ref item, Form.RangeNth) : ReadStep(ref item, Form.Range, Form.RangeStep);
    }

    private Form ReadNth(ref Item item, Form form)
    {
        if (AcceptLetter('L'))
            return form == Form.Nth ? Form.NthLast : Form.RangeLast;
        item.Step = ReadAtom();
        return item.Step.Length == 0 || item.Step.IsWord ? Form.Malformed : form;
    }

    private Form ReadWord(ref Item item)
    {
        item.Low = ReadAtom();
        ReadOnlySpan<char> word = _text[item.Low.Start..item.Low.End];
        if (word.Equals("L", StringComparison.OrdinalIgnoreCase))
            return Accept('-') ? ReadLastOffset(ref item) : Form.Last;
        if (word.Equals("LW", StringComparison.OrdinalIgnoreCase))
            return Accept('-') ? ReadLastWorkdayOffset(ref item) : Form.LastWorkday;
        return word is "H" ? ReadHash(ref item) : ReadAfterValue(ref item);
    }

    private Form ReadLastOffset(ref Item item)
    {
        item.Step = ReadDigits();
        if (item.Step.Length == 0)
            return Form.Malformed;
        return AcceptLetter('W') ? Form.LastOffsetWorkday : Form.LastOffset;
    }

    private Form ReadLastWorkdayOffset(ref Item item)
    {
        item.Step = ReadDigits();
        return item.Step.Length == 0 ? Form.Malformed : Form.LastWorkdayOffset;
    }

    private Form ReadHash(ref Item item)
    {
        if (!Accept('('))
            return ReadStep(ref item, Form.Hash, Form.HashStep);
        item.Low = ReadDigits();
        bool isRange = item.Low.Length > 0 && Accept('-');
        item.High = isRange ? ReadDigits() : default;
        if (item.High.Length == 0 || !Accept(')'))
            return Form.Malformed;
        return ReadStep(ref item, Form.HashRange, Form.HashRangeStep);
    }

    /// <summary>Reads a number or a word; of length 0 when neither comes next.</summary>
    private Atom ReadAtom()
    {
        if (!IsAtEnd && char.IsAsciiLetter(Current))
            return ReadLetters();
        bool hasPlus = Accept('+');
        Atom atom = !IsAtEnd && hasPlus && char.IsAsciiLetter(Current) ? ReadLetters() : ReadDigits();
        return atom.Length == 0 || !hasPlus ? atom : Widen(atom) with { HasPlus = true };
    }

    private Atom ReadLetters()
    {
        int start = Position;
        while (!IsAtEnd && char.IsAsciiLetter(Current))
            Position++;
        // MONL is the last Monday, while APRIL is a month.
        if (Position - start == 4 && (_text[Position - 1] | 0x20) == 'l' && Names.FindWeekday(_text[start..(Position - 1)]) > 0)
            Position--;
        ReadOnlySpan<char> word = _text[start..Position];
        return new Atom
        {
            Start = (short)start,
            Length = (short)word.Length,
            IsWord = true,
            Month = Names.FindMonth(word),
            Weekday = Names.FindWeekday(word),
        };
    }

    private Atom ReadDigits()
    {
        int start = Position;
        long number = 0;
        for (; !IsAtEnd && char.IsAsciiDigit(Current); Position++)
            number = Math.Min((number * 10) + (Current - '0'), MaxNumber);
        return new Atom { Start = (short)start, Length = (short)(Position - start), Number = number };
    }

    /// <summary>Reads a step: a number that may have a sign, or a word.</summary>
    private Atom ReadSigned()
    {
        if (!Accept('-'))
            return ReadAtom();
        Atom atom = ReadDigits();
        return atom.Length == 0 ? atom : Widen(atom) with { Number = -atom.Number };
    }

    /// <summary>The atom with the sign before it.</summary>
    private static Atom Widen(Atom atom) => atom with { Start = (short)(atom.Start - 1), Length = (short)(atom.Length + 1) };

    private bool AcceptLetter(char upper)
    {
        if (IsAtEnd || (Current & ~0x20) != upper)
            return false;
        Position++;
        return true;
    }
}
