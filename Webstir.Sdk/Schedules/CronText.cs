namespace Webstir.Sdk.Schedules;

/// <summary>Cron fields, read once and judged by many dialects.</summary>
internal readonly ref struct CronText
{
    /// <summary>The whole schedule; indexes in items count from its start.</summary>
    public required ReadOnlySpan<char> Text { get; init; }

    public required ReadOnlySpan<Item> Items { get; init; }

    public required int Fields { get; init; }

    public required Blanks Blanks { get; init; }

    /// <summary>Index of the first blank that is no space, or that leads or trails; -1 for none.</summary>
    public required int OddBlank { get; init; }

    /// <summary>Most items that a text can hold: one more than it has separators.</summary>
    public static int Capacity(ReadOnlySpan<char> text)
    {
        int items = 1;
        foreach (char character in text)
        {
            if (character == ',' || Blank.Is(character))
                items++;
        }

        return items;
    }
}
