namespace Webstir.Sdk.Schedules;

/// <summary>Asks every dialect whether it accepts a schedule.</summary>
internal static class Acceptance
{
    /// <summary>One bit for each row of <see cref="Dialects.All"/> that accepts the schedule.</summary>
    public static int Of(in ScheduleText text)
    {
        if (text.Syntax == Syntax.Fields && text.Cron.Fields == 5)
        {
            // Most schedules are in the core that everybody shares, and most mistakes are mistakes to everybody.
            if (CronJudge.Check(text.Cron, DialectBounds.Core).IsNone)
                return DialectBounds.CoreRows;
            if (!CronJudge.Check(text.Cron, DialectBounds.Loosest).IsNone && !text.Text.Contains('#'))
                return 0;
        }

        int accepted = 0;
        for (int row = 0; row < Dialects.All.Length; row++)
        {
            if (TextJudge.Check(text, Dialects.All[row]).IsNone)
                accepted |= 1 << row;
        }

        return accepted;
    }
}
