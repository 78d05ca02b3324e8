using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Jobs;

/// <summary>Priority of a job: an integer or a free-form label. What it means is up to the scheduler that runs the job.</summary>
public sealed record JobPriority
{
    /// <summary>Largest magnitude that is kept as a number: 2^53 - 1, the last integer JavaScript reads exactly.</summary>
    /// <remarks>https://tc39.es/ecma262/#sec-number.max_safe_integer</remarks>
    public const long MaxNumber = 9_007_199_254_740_991;

    private JobPriority(string text, long? number)
    {
        Text = text;
        Number = number;
    }

    /// <summary>The trimmed text; of a number, its shortest decimal form.</summary>
    public string Text { get; }

    /// <summary>The integer, within ±<see cref="MaxNumber"/>; <see langword="null"/> for a label.</summary>
    public long? Number { get; }

    /// <summary>Priority with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The magnitude is above <see cref="MaxNumber"/>.</exception>
    public static JobPriority FromNumber(long number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MaxNumber);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, -MaxNumber);
        return new JobPriority(number.ToString(CultureInfo.InvariantCulture), number);
    }

    /// <summary>Reads a priority: an integer in plain digits, within ±<see cref="MaxNumber"/>, is a number; anything else is a label, <c>1e2</c> and <c>2.5</c> too.</summary>
    /// <exception cref="WebstirException">WEB0304: there is nothing but white space.</exception>
    public static JobPriority Parse(string? text) => TryParse(text, out JobPriority? priority)
        ? priority
        : throw new WebstirException(new Problem
        {
            Code = "WEB0304",
            Message = "The priority is empty. A priority is an integer or a label.",
            Hint = "Give one, for example 5 or 'low', or leave the priority out.",
        });

    /// <summary>Reads a priority without throwing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JobPriority? priority)
    {
        string trimmed = text?.Trim() ?? "";
        bool isNumber = long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number is >= -MaxNumber and <= MaxNumber;
        priority = trimmed.Length == 0 ? null : isNumber ? FromNumber(number) : new JobPriority(trimmed, number: null);
        return priority is not null;
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
