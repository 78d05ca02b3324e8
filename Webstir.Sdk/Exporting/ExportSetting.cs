namespace Webstir.Sdk.Exporting;

/// <summary>Something that an export needs to know and the module manifest does not.</summary>
/// <param name="Key">Its key, in options and under <c>webstir.export</c>.</param>
/// <param name="Meaning">What it is, for errors and help.</param>
internal sealed record ExportSetting(string Key, string Meaning)
{
    /// <summary>Whether an export without it is refused.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Value when none is given; <see langword="null"/> for none.</summary>
    public string? Default { get; init; }

    /// <summary>What its values must be; <see langword="null"/> for any line of text.</summary>
    public TextRule? Rule { get; init; }

    /// <summary>Template variable that holds it: <c>time_zone</c> for <c>timeZone</c>.</summary>
    public string Variable => string.Concat(Key.Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static ExportSetting Required(string key, string meaning, TextRule? rule = null) => new(key, meaning) { Rule = rule };

    public static ExportSetting Optional(string key, string meaning, TextRule? rule = null) =>
        new(key, meaning) { IsRequired = false, Rule = rule };
}
