namespace Webstir.Sdk.Schedules;

/// <summary>Asks every dialect about a schedule and picks the one that lends it its meaning.</summary>
internal static class Assessment
{
    public const int MaxLength = 256;

    private static readonly ScheduleOptions Anyone = new();

    public static ScheduleValidation Of(string schedule, ScheduleOptions options)
    {
        if (schedule.Length > Assessment.MaxLength)
            return new ScheduleValidation(schedule, options, new Findings());
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        Findings findings = Ask(text, options);
        return new ScheduleValidation(schedule, options, findings with { Kind = KindOf(text, findings.Accepted) });
    }

    /// <summary>The verdict alone, which needs no more rows than settle it.</summary>
    public static bool IsValid(string schedule, ScheduleOptions options)
    {
        if (schedule.Length > MaxLength)
            return false;
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        bool isChosen = IsChosen(options);
        int[] rows = Rows(options);
        foreach (int row in rows)
        {
            bool isValid = TextJudge.Check(text, Dialects.All[row]).IsNone && IsSound(text, row, options)
                && !MeaningReader.Read(text, Dialects.All[row]).NeverFires;
            if (isValid != isChosen)
                return isValid;
        }

        return isChosen && rows.Length > 0;
    }

    /// <summary>What a schedule means when no scheduler is chosen; <see langword="null"/> when it is not understood.</summary>
    public static Meaning? MeaningOf(string schedule)
    {
        if (schedule.Length > MaxLength)
            return null;
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        return Ask(ScheduleText.Read(schedule, items), Anyone).Meaning;
    }

    private static Findings Ask(in ScheduleText text, ScheduleOptions options)
    {
        int accepted = Acceptance.Of(text, out bool isCore);
        return IsChosen(options) ? AskAll(text, options, accepted) : AskAny(text, accepted, isCore);
    }

    /// <summary>The first row that takes the schedule as its documentation says, at best one where it fires.</summary>
    private static Findings AskAny(in ScheduleText text, int accepted, bool isCore)
    {
        Findings best = new() { Accepted = accepted };
        foreach (int row in Dialects.Rows)
        {
            // An accident is no meaning, unless the very scheduler is asked for.
            if ((accepted & 1 << row) == 0 || !(isCore || IsSound(text, row, Anyone)))
                continue;
            Findings findings = Read(text, row) with { Accepted = accepted };
            if (findings.IsValid)
                return findings;
            if (best.Meaning is null)
                best = findings;
        }

        return best;
    }

    /// <summary>The first chosen row where something is wrong, else the first.</summary>
    private static Findings AskAll(in ScheduleText text, ScheduleOptions options, int accepted)
    {
        Findings? first = null;
        Findings? wrong = null;
        bool isRefused = false;
        foreach (int row in Rows(options))
        {
            if ((accepted & 1 << row) == 0)
            {
                isRefused = true;
                continue;
            }

            Findings findings = Read(text, row) with { Accepted = accepted };
            first ??= findings;
            if (!findings.IsValid)
                wrong ??= findings;
        }

        Findings known = wrong ?? first ?? AskAny(text, accepted, isCore: false);
        // What it means elsewhere helps to write it for those who refuse it.
        return isRefused || first is null ? known with { Row = -1, IsSound = false } : known;
    }

    /// <summary>What a chosen scheduler takes by accident it runs all the same: that is a warning.</summary>
    private static bool IsSound(in ScheduleText text, int row, ScheduleOptions options) =>
        IsChosen(options) || TextJudge.Check(text, Dialects.Portable[row]).IsNone;

    private static Findings Read(in ScheduleText text, int row) => new()
    {
        Row = row,
        IsSound = true,
        Meaning = MeaningReader.Read(text, Dialects.All[row]),
    };

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
