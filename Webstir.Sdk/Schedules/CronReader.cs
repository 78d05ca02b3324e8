using System.Diagnostics;

namespace Webstir.Sdk.Schedules;

/// <summary>Splits cron fields into items: one pass from left to right, nothing allocated.</summary>
internal ref struct CronReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<Item> _items;
    private ItemReader _reader;
    private int _count;
    private int _oddBlank = -1;
    private Blanks _blanks;

    private CronReader(ReadOnlySpan<char> text, Range part, Span<Item> items)
    {
        _text = text;
        _items = items;
        _reader = new ItemReader(text[..part.End.GetOffset(text.Length)], part.Start.GetOffset(text.Length));
    }

    /// <summary>Reads a part of a schedule.</summary>
    /// <param name="text">The whole schedule.</param>
    /// <param name="part">Where the fields stand.</param>
    /// <param name="items">Room for <see cref="CronText.Capacity"/> items.</param>
    public static CronText Read(ReadOnlySpan<char> text, Range part, Span<Item> items)
    {
        var reader = new CronReader(text, part, items);
        int fields = reader.ReadFields();
        return new CronText
        {
            Text = text,
            Items = items[..reader._count],
            Fields = fields,
            Blanks = reader._blanks,
            OddBlank = reader._oddBlank,
        };
    }

    private int ReadFields()
    {
        int fields = 0;
        SkipBlanks(Blanks.Leading);
        while (!_reader.IsAtEnd)
        {
            ReadList((byte)fields++);
            SkipBlanks(Blanks.None);
        }

        return fields;
    }

    private void ReadList(byte ordinal)
    {
        int first = _count;
        do
            _reader.Read(ordinal, out _items[_count++]);
        while (_reader.Accept(','));
        _items[first].IsAlone = _count == first + 1;
        Debug.Assert(_reader.IsAtEnd || Blank.Is(_reader.Current), "A list ends at a blank.");
    }

    private void SkipBlanks(Blanks place)
    {
        int start = _reader.Position;
        while (!_reader.IsAtEnd && Blank.Is(_reader.Current))
        {
            if (_reader.Current != ' ')
                NoteBlank(_reader.Position, start);
            _reader.Skip();
        }

        if (place != Blanks.Leading && !_reader.IsAtEnd)
            CheckGap(start);
        else if (_reader.Position > start)
            Note(_reader.IsAtEnd ? Blanks.Trailing : place, start);
    }

    /// <summary>Most fields stand one space apart.</summary>
    private void CheckGap(int start)
    {
        bool isSpace = _reader.Position == start + 1 && _text[start] == ' ';
        if (!isSpace && IsGlued(_text[start.._reader.Position], char.IsAsciiDigit(_text[start - 1])))
            _blanks |= Blanks.Glued;
    }

    /// <summary>Whether blanks between two fields are more than spaces and tabs, and do not just lead the second field or trail a number.</summary>
    private static bool IsGlued(ReadOnlySpan<char> blanks, bool followsNumber)
    {
        int last = blanks.LastIndexOfAny(' ', '\t');
        if (last < 0)
            return true;
        int first = followsNumber ? blanks.IndexOfAny(' ', '\t') : 0;
        return blanks[first..last].ContainsAnyExcept(' ', '\t');
    }

    private void NoteBlank(int index, int start)
    {
        Note(Blank.Kind(_text[index]), index);
        bool followsNumber = start > 0 && char.IsAsciiDigit(_text[start - 1]) && _text[start..index].IndexOf(' ') < 0;
        if (!followsNumber || !EndsWithSpace(index))
            _blanks |= Blanks.Loose;
    }

    /// <summary>Whether nothing but blanks stands before the next space or the end.</summary>
    private readonly bool EndsWithSpace(int index)
    {
        while (index < _text.Length && _text[index] is '\t' or '\n' or '\v' or '\f' or '\r')
            index++;
        return index >= _text.Length || _text[index] == ' ';
    }

    private void Note(Blanks blanks, int index)
    {
        _blanks |= blanks;
        if (_oddBlank < 0)
            _oddBlank = index;
    }
}
