namespace Webstir.Sdk.Schedules;

/// <summary>Asks every dialect whether it accepts a schedule.</summary>
internal static class Acceptance
{
    /// <summary>One bit for each row of <see cref="Dialects.All"/> that accepts the schedule.</summary>
    /// <remarks>
    /// Most items are in the core that everybody shares, and most mistakes are mistakes to everybody: what two looks settle,
    /// no row is asked about again.
    /// </remarks>
    /// <param name="text">The schedule.</param>
    /// <param name="isCore">Whether it is in the core as a whole: then nobody takes it by accident.</param>
    public static int Of(in ScheduleText text, out bool isCore)
    {
        isCore = false;
        if (text.Syntax != Syntax.Fields || text.Cron.Fields is not (5 or 6))
            return Ask(text, settled: 0);
        ulong settled = CronJudge.Settle(text.Cron, DialectBounds.Core);
        if (text.Cron.Fields == 5)
        {
            isCore = CronJudge.Check(text.Cron, DialectBounds.Core, settled).IsNone;
            if (isCore)
                return DialectBounds.CoreRows;
            if (!CronJudge.Check(text.Cron, DialectBounds.Loosest, settled).IsNone && !text.Text.Contains('#'))
                return 0;
        }

        return Ask(text, settled);
    }

    private static int Ask(in ScheduleText text, ulong settled)
    {
        int accepted = 0;
        for (int row = 0; row < Dialects.All.Length; row++)
        {
            Dialect dialect = Dialects.All[row];
            // The core puts seconds first: an item that it accepts may be another field where the year is last.
            ulong known = text.Cron.Fields == 6 && (dialect.Layouts & Layouts.SecondFirst) == 0 ? 0 : settled;
            if (TextJudge.Check(text, dialect, known).IsNone)
                accepted |= 1 << row;
        }

        return accepted;
    }
}
