using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Schedules;

/// <summary>Macros: their names and what they stand for.</summary>
internal static class MacroTable
{
    private static readonly (string Name, Macros Macro)[] All =
    [
        ("@yearly", Macros.Yearly),
        ("@annually", Macros.Annually),
        ("@monthly", Macros.Monthly),
        ("@weekly", Macros.Weekly),
        ("@daily", Macros.Daily),
        ("@midnight", Macros.Midnight),
        ("@hourly", Macros.Hourly),
        ("@reboot", Macros.Reboot),
        ("@minutely", Macros.Minutely),
        ("@secondly", Macros.Secondly),
        ("@weekdays", Macros.Weekdays),
        ("@weekends", Macros.Weekends),
        ("@every_minute", Macros.EveryMinute),
        ("@every_second", Macros.EverySecond),
    ];

    /// <summary>Macro of a name in any case; <see cref="Macros.None"/> when there is none.</summary>
    public static Macros Find(ReadOnlySpan<char> name)
    {
        foreach ((string known, Macros macro) in All)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return macro;
        }

        return Macros.None;
    }

    /// <summary>Name of a macro.</summary>
    public static string Name(Macros macro) => Array.Find(All, entry => entry.Macro == macro).Name;

    /// <summary>The known name that is nearest to a mistyped one; <see langword="null"/> when none is near.</summary>
    public static string? Nearest(string name) => Spelling.Nearest(name, All.Select(entry => entry.Name));

    /// <summary>When a macro fires; <see langword="null"/> for <c>@reboot</c>.</summary>
    public static Recurrence? Read(Macros macro) => macro switch
    {
        Macros.Yearly or Macros.Annually => Midnight with { Days = 1 << 1, Months = 1 << 1 },
        Macros.Monthly => Midnight with { Days = 1 << 1 },
        Macros.Weekly => Midnight with { Weekdays = 1 << 0 },
        Macros.Weekdays => Midnight with { Weekdays = 0b0111110 },
        Macros.Weekends => Midnight with { Weekdays = 0b1000001 },
        Macros.Daily or Macros.Midnight => Midnight,
        Macros.Hourly => new Recurrence { Minutes = 1 },
        Macros.Minutely or Macros.EveryMinute => new Recurrence(),
        Macros.Secondly or Macros.EverySecond => new Recurrence { Seconds = Recurrence.AllMinutes },
        _ => null,
    };

    private static Recurrence Midnight => new() { Minutes = 1, Hours = 1 };
}
