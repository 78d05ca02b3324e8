namespace Webstir.Sdk.Schedules;

/// <summary>Asks every dialect about a schedule and picks the one that lends it its meaning.</summary>
internal static class Assessment
{
    public const int MaxLength = 256;

    public static ScheduleValidation Of(string schedule, ScheduleOptions options)
    {
        if (schedule.Length > Assessment.MaxLength)
            return new ScheduleValidation(schedule, options, new Findings());
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        Findings findings = Ask(text, options);
        return new ScheduleValidation(schedule, options, findings with { Kind = KindOf(text, findings.Accepted) });
    }

    /// <summary>What a schedule means when no scheduler is chosen; <see langword="null"/> when it is not understood.</summary>
    public static Meaning? MeaningOf(string schedule)
    {
        if (schedule.Length > MaxLength)
            return null;
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        return Ask(ScheduleText.Read(schedule, items), new ScheduleOptions()).Meaning;
    }

    private static Findings Ask(in ScheduleText text, ScheduleOptions options)
    {
        int accepted = Acceptance.Of(text);
        Findings best = new() { Accepted = accepted };
        foreach (int row in Rows(options))
        {
            if ((accepted & 1 << row) == 0)
                continue;
            Findings findings = Read(text, row, options) with { Accepted = accepted };
            if (findings is { IsSound: true, Meaning.NeverFires: false })
                return findings;
            if (best.Meaning is null || (findings.IsSound && !best.IsSound))
                best = findings;
        }

        // An accident is no meaning, unless the very scheduler is asked for.
        return best.IsSound || IsChosen(options) ? best : new Findings { Accepted = accepted };
    }

    private static Findings Read(in ScheduleText text, int row, ScheduleOptions options)
    {
        return new Findings
        {
            Row = row,
            IsSound = TextJudge.Check(text, SoundRow(row, options)).IsNone,
            Meaning = MeaningReader.Read(text, Dialects.All[row]),
        };
    }

    /// <summary>The row without its accidents; without reversed ranges too, unless the scheduler is chosen by name.</summary>
    public static Dialect SoundRow(int row, ScheduleOptions options) => IsChosen(options) ? Dialects.Sound[row] : Dialects.Portable[row];

    public static bool IsChosen(ScheduleOptions options) => options.Schedulers is { Count: > 0 };

    /// <summary>Rows in question: those chosen, in their order, else all.</summary>
    public static int[] Rows(ScheduleOptions options) => options.Schedulers is { Count: > 0 } chosen
        ? [.. chosen.Select(Dialects.IndexOf).Where(row => row >= 0)]
        : Dialects.Rows;

    private static ScheduleKind? KindOf(in ScheduleText text, int accepted) => text.Syntax switch
    {
        Syntax.Macro => accepted != 0 ? ScheduleKind.Macro : null,
        Syntax.Rate => accepted != 0 ? ScheduleKind.Rate : null,
        Syntax.At => accepted != 0 ? ScheduleKind.At : null,
        Syntax.AtEvery or Syntax.English => accepted != 0 ? ScheduleKind.Every : null,
        _ => text.Cron.Fields is >= 5 and <= 7 ? ScheduleKind.Cron : null,
    };
}
