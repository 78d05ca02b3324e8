using System.Globalization;

namespace Webstir.Sdk.Schedules;

/// <summary>Says in English when a schedule fires.</summary>
internal static class Describer
{
    public static string Describe(Meaning meaning)
    {
        string words = meaning switch
        {
            { NeverFires: true } => "Never",
            { Recurrence: { } recurrence } => Describe(recurrence),
            { Interval: { } interval, Phase: { } phase } => string.Create(
                CultureInfo.InvariantCulture, $"Every {Length(interval)}, counted from {DateTime.UnixEpoch + phase:yyyy-MM-dd HH:mm:ss} UTC"),
            { Interval: { } interval } => $"Every {Length(interval)}, counted from the start",
            { At: { } time } => string.Create(CultureInfo.InvariantCulture, $"Once, at {time:yyyy-MM-dd HH:mm:ss}"),
            _ => "Once, when the scheduler starts",
        };
        return meaning.Zone is { } zone ? $"{words}, in {zone}" : words;
    }

    private static string Describe(Recurrence recurrence)
    {
        string days = DayText.Describe(recurrence);
        string time = TimeText.Describe(recurrence);
        bool isDaily = days.Length == 0 && !TimeText.IsAllDay(recurrence) && time.StartsWith("At ", StringComparison.Ordinal);
        return time + (isDaily ? " every day" : days) + DescribePicked(recurrence.Picked);
    }

    private static string DescribePicked(int fields)
    {
        IEnumerable<string> names = SetText.Values((ulong)fields).Select(field => "the " + FieldNames.Of((Field)field));
        return fields == 0 ? "" : $", except that the scheduler picks {SetText.Join([.. names], "and")} itself";
    }

    /// <summary><c>5 minutes</c>, <c>hour</c>, <c>1 hour and 30 minutes</c></summary>
    public static string Length(TimeSpan interval)
    {
        var parts = new List<string>();
        Add(parts, interval.Days, "day");
        Add(parts, interval.Hours, "hour");
        Add(parts, interval.Minutes, "minute");
        Add(parts, interval.Seconds, "second");
        return parts is [var one] && one.StartsWith("1 ", StringComparison.Ordinal) ? one[2..] : SetText.Join(parts, "and");
    }

    private static void Add(List<string> parts, int number, string unit)
    {
        if (number > 0)
            parts.Add($"{SetText.Number(number)} {unit}{(number == 1 ? "" : "s")}");
    }
}
