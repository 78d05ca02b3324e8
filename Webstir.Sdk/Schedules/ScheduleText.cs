namespace Webstir.Sdk.Schedules;

/// <summary>A schedule, read once: its outer form and its fields.</summary>
internal readonly ref struct ScheduleText
{
    private ScheduleText(ReadOnlySpan<char> text, Syntax syntax, CronText cron)
    {
        Text = text;
        Syntax = syntax;
        Cron = cron;
    }

    public ReadOnlySpan<char> Text { get; }

    public Syntax Syntax { get; }

    /// <summary>Its fields; without items unless the syntax has fields.</summary>
    public CronText Cron { get; }

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The schedule.</param>
    /// <param name="items">Room for <see cref="CronText.Capacity"/> items.</param>
    public static ScheduleText Read(ReadOnlySpan<char> text, Span<Item> items)
    {
        Syntax syntax = Classify(text.TrimStart());
        Range fields = syntax switch
        {
            Syntax.Fields => Range.All,
            Syntax.CronWrapper => Inside(text),
            _ => ..0,
        };
        return new ScheduleText(text, syntax, CronReader.Read(text, fields, items));
    }

    /// <summary>Whether a dialect takes the end of the schedule for a comment.</summary>
    public bool HasComment(Dialect dialect)
    {
        int index = dialect.Has(Extras.Comment) ? Text.IndexOf('#') : -1;
        return index >= 0 && (dialect.Has(Extras.GluedComment) || index == 0 || char.IsWhiteSpace(Text[index - 1]));
    }

    /// <summary>The same schedule up to a comment.</summary>
    public ScheduleText WithoutComment(Span<Item> items) =>
        Text.IndexOf('#') is >= 0 and int comment ? Read(Text[..comment], items) : this;

    /// <summary>What stands between the parentheses.</summary>
    private static Range Inside(ReadOnlySpan<char> text)
    {
        int open = text.IndexOf('(') + 1;
        int close = text.LastIndexOf(')');
        return open..(close < 0 ? text.Length : close);
    }

    private static Syntax Classify(ReadOnlySpan<char> text)
    {
        if (text.Contains(EnglishExpression.Of, StringComparison.Ordinal))
            return Syntax.English;
        if (text.IsEmpty || char.IsAsciiDigit(text[0]) || text[0] == '*')
            return Syntax.Fields;
        if (text[0] == '@')
            return StartsWith(text, "@every ") ? Syntax.AtEvery : Syntax.Macro;
        if (StartsWith(text, "cron("))
            return Syntax.CronWrapper;
        if (StartsWith(text, "rate(") || StartsWith(text, "rate "))
            return Syntax.Rate;
        if (StartsWith(text, "at("))
            return Syntax.At;
        if (StartsWith(text, "every "))
            return Syntax.English;
        return text.StartsWith("CRON_TZ=") || text.StartsWith("TZ=") ? Syntax.ZonePrefix : Syntax.Fields;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
