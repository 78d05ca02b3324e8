namespace Webstir.Sdk.Schedules;

/// <summary>Warns of steps that do not come out even.</summary>
internal static class StepWarnings
{
    public static void Add(in ScheduleText text, WarningContext context, List<ScheduleProblem> problems)
    {
        ReadOnlySpan<Field> layout = Layout.Of(context.Reader.Layouts, text.Cron.Fields);
        foreach (ref readonly Item item in text.Cron.Items)
        {
            // With a comment Temporal sees fewer fields than there are items.
            if (item.Ordinal >= layout.Length || item.Form is not (Form.AnyStep or Form.UnsetStep) || item.Step.IsWord)
                continue;
            Field field = layout[item.Ordinal];
            if (Describe(item.Step.Number, field) is { } message)
                problems.Add(context.Warn(Code(item.Step.Number, field), Fault.At(FaultKind.Step, item.Step, field), message));
        }
    }

    private static string Code(long step, Field field) => step >= Count(field) ? ScheduleCodes.BadStep : ScheduleCodes.UnevenStep;

    private static string? Describe(long step, Field field)
    {
        int count = Count(field);
        string name = FieldNames.Of(field);
        // Below 1 is a mistake, of which others tell.
        if (count == 0 || step <= 1)
            return null;
        if (step >= count)
            return $"Step {step} is longer than the {name} field: only its first value is left.";
        if (field == Field.Day)
            return $"Steps of {step} days start again on the 1st of every month, so the last one is shorter.";
        int first = field == Field.Month ? 1 : 0;
        long last = first + ((count - 1) / step * step);
        return count % step == 0 ? null : $"Step {step} does not divide {count}: after {last} comes {first}, sooner than {step} {name}s later.";
    }

    /// <summary>Values of a field in which a step goes round; 0 where it does not matter.</summary>
    private static int Count(Field field) => field switch
    {
        Field.Second or Field.Minute => 60,
        Field.Hour => 24,
        Field.Day => 31,
        Field.Month => 12,
        _ => 0,
    };
}
