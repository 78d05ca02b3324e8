using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Exporting;

/// <summary>How a target spells the names of jobs.</summary>
internal sealed record TargetName
{
    /// <summary>Longest name, in characters.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Rule and its page, for errors.</summary>
    public required string Rule { get; init; }

    /// <summary>Characters besides letters and digits that may stay.</summary>
    public string Allowed { get; init; } = "._-";

    /// <summary>What stands for any other character.</summary>
    public char Replacement { get; init; } = '-';

    public bool IsLowerCase { get; init; }

    /// <summary>Whether it is an identifier, which begins with a letter or an underscore.</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>The name of a job there, which may be too long.</summary>
    public string Of(JobName job) => Of(job.Value);

    /// <summary>The spelling of a text.</summary>
    public string Of(string text)
    {
        string name = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || Allowed.Contains(letter, StringComparison.Ordinal) ? letter : Replacement));
        if (IsLowerCase)
            name = string.Concat(name.Select(char.ToLowerInvariant));
        name = name.TrimEnd('-', '.');
        return IsIdentifier && char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
