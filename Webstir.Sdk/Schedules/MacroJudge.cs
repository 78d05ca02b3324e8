namespace Webstir.Sdk.Schedules;

/// <summary>Judges <c>@daily</c> and its like by the rules of one dialect.</summary>
internal static class MacroJudge
{
    public static Fault Check(ReadOnlySpan<char> text, Dialect dialect)
    {
        ReadOnlySpan<char> name = text.Trim();
        int start = text.IndexOf('@');
        Macros macro = MacroTable.Find(name);
        if ((dialect.Macros & macro) == 0)
            return new Fault(FaultKind.Macro, start, name.Length);
        if (!dialect.Has(Extras.AnyCaseMacros) && name.ContainsAnyInRange('A', 'Z'))
            return new Fault(FaultKind.MacroCase, start, name.Length);
        Blanks blanks = BlanksAround(text, start, name.Length);
        return (blanks & ~dialect.MacroBlanks) != 0 ? new Fault(FaultKind.Blank, start > 0 ? 0 : name.Length, 1) : default;
    }

    private static Blanks BlanksAround(ReadOnlySpan<char> text, int start, int length)
    {
        Blanks blanks = start > 0 ? Blanks.Leading : Blanks.None;
        if (start + length < text.Length)
            blanks |= Blanks.Trailing;
        foreach (char character in text)
        {
            if (Blank.Is(character) && character != ' ')
                blanks |= Blank.Kind(character);
        }

        return blanks;
    }
}
