using CsCheck;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>The short cuts of the validator must never change a verdict.</summary>
public sealed class BoundsTests
{
    [Test]
    public void The_short_cuts_give_the_verdicts_of_every_row_on_measured_schedules() =>
        Assert.That(Vector.All.Select(vector => vector.Schedule).Where(Differs), Is.Empty);

    [Test]
    public void The_short_cuts_give_the_verdicts_of_every_row_on_generated_schedules() =>
        AnySchedule.Cron.Sample(schedule => !Differs(schedule), iter: 20_000);

    [Test]
    public void Who_lends_a_schedule_its_meaning_takes_nothing_by_accident_unless_it_was_chosen() =>
        AnySchedule.Cron.Sample(schedule => ScheduleValidator.Validate(schedule).ReadBy is not { } reader || !HasAccident(schedule, reader), iter: 20_000);

    private static bool Differs(string schedule)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        var text = ScheduleText.Read(schedule, items);
        int accepted = 0;
        for (int row = 0; row < Dialects.All.Length; row++)
            accepted |= TextJudge.Check(text, Dialects.All[row]).IsNone ? 1 << row : 0;
        return Acceptance.Of(text, out bool isCore) != accepted || (isCore && HasAccident(text, accepted));
    }

    private static bool HasAccident(string schedule, Dialect reader)
    {
        Span<Item> items = stackalloc Item[CronText.Capacity(schedule)];
        return HasAccident(ScheduleText.Read(schedule, items), 1 << Dialects.IndexOf(reader.Id));
    }

    /// <summary>Whether a row takes it that would not without what it takes by accident.</summary>
    private static bool HasAccident(in ScheduleText text, int accepted)
    {
        foreach (int row in Dialects.Rows)
        {
            if ((accepted & 1 << row) != 0 && !TextJudge.Check(text, Dialects.Portable[row]).IsNone)
                return true;
        }

        return false;
    }
}
