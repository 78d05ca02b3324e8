using System.Globalization;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>Writes schedules as calendar events of systemd: <c>Mon..Fri *-*-* 09:00:00</c>.</summary>
/// <remarks>Several events of one timer count as one. Rules: https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Calendar%20Events</remarks>
internal sealed class SystemdWriter : IScheduleWriter
{
    private static readonly string[] WeekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public Conversion Convert(Meaning meaning) => meaning switch
    {
        { Interval: { } interval, Phase: { } phase } => EquivalentWriter.OnTheClock(interval, phase) is { } recurrence
            ? ConvertPattern(recurrence)
            : ConvertInterval(interval) with { Shifts = [Conversion.LosesEpoch] },
        { Interval: { } interval } => ConvertInterval(interval),
        { At: { } time } => Conversion.To(Calendar(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))),
        { Recurrence: { } recurrence } => ConvertPattern(recurrence),
        _ => Conversion.To(new Trigger(TriggerKind.Start, "")),
    };

    private static Conversion ConvertInterval(TimeSpan interval) =>
        Conversion.To(new Trigger(TriggerKind.Interval, ((long)interval.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    private static Conversion ConvertPattern(Recurrence recurrence)
    {
        if (Write(recurrence) is { } events)
            return Conversion.To([.. events.Select(Calendar)]);
        Relaxation.Result? relaxed = Relaxation.Of(recurrence, candidate => Write(candidate) is not null);
        return relaxed is { } found
            ? Conversion.Refused("it has no W, no # beside the last days of the month, and picks no values for 'H'", $"'{Write(found.Recurrence)![0]}', {found.Loss}")
            : Conversion.Refused("it has no such pattern");
    }

    private static Trigger Calendar(string text) => new(TriggerKind.Calendar, text);

    /// <summary>The events that together are a pattern; <see langword="null"/> when there are none.</summary>
    private static List<string>? Write(Recurrence recurrence)
    {
        if (recurrence.Picked != 0 || (recurrence.NearestWorkdays | recurrence.WorkdaysFromEnd | recurrence.DaysBeforeLastWorkday) != 0)
            return null;
        if (recurrence.IsEitherDay)
            return [.. Write(recurrence.WithoutWeekdays())!, .. Write(recurrence.WithoutDays())!];
        string time = $"{Set(recurrence.Hours, 0, 23)}:{Set(recurrence.Minutes, 0, 59)}:{Set(recurrence.Seconds, 0, 59)}";
        return Dates(recurrence)?.ConvertAll(date => $"{date} {time}");
    }

    private static List<string>? Dates(Recurrence recurrence)
    {
        string month = $"{YearSet(recurrence)}-{Set((ulong)recurrence.Months, 1, 12)}";
        string weekdays = recurrence.IsEveryWeekday ? "" : Week(recurrence.Weekdays) + " ";
        var dates = new List<string>();
        if (recurrence.Days != 0 && recurrence.Weekdays != 0)
            dates.Add($"{weekdays}{month}-{Set(recurrence.Days, 1, 31)}");
        if (recurrence.DaysFromEnd != 0 && recurrence.Weekdays != 0)
            dates.Add($"{weekdays}{month}~{Ranges(SetText.Values((ulong)recurrence.DaysFromEnd << 1), Number)}");
        if ((recurrence.NthWeekdays != 0 || recurrence.LastWeekdays != 0) && !recurrence.IsEveryDay)
            return null;
        dates.AddRange(SetText.Values(recurrence.NthWeekdays).Select(bit => $"{Week(1 << (bit / 5))} {month}-{Seventh(bit % 5)}"));
        // The last seven days of a month hold each day of the week once.
        dates.AddRange(SetText.Values((ulong)recurrence.LastWeekdays).Select(weekday => $"{Week(1 << weekday)} {month}~07/1"));
        return dates;
    }

    /// <summary>The seven days of a month in which a day of the week comes for the nth time.</summary>
    private static string Seventh(int before) =>
        string.Create(CultureInfo.InvariantCulture, $"{(7 * before) + 1:00}..{Math.Min((7 * before) + 7, 31):00}");

    private static string YearSet(Recurrence recurrence) => recurrence.Years is { } years ? Ranges(Years.Values(years), Number) : "*";

    private static string Set(ulong bits, int min, int max)
    {
        List<int> values = SetText.Values(bits);
        return values.Count == max - min + 1 ? "*" : Ranges(values, Number);
    }

    /// <summary>Days of the week from Monday on: no range may go round the end of the week.</summary>
    private static string Week(int weekdays)
    {
        int fromMonday = weekdays >> 1 | (weekdays & 1) << 6;
        return Ranges(SetText.Values((ulong)fromMonday), day => WeekdayNames[day]);
    }

    private static string Ranges(List<int> values, Func<int, string> name) =>
        string.Join(',', SetText.Runs(values, name, ".."));

    private static string Number(int value) => value.ToString("00", CultureInfo.InvariantCulture);
}
