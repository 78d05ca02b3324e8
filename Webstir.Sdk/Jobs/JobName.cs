using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Jobs;

/// <summary>Name of a job: also its folder, so it must be a plain file name on every system.</summary>
/// <remarks>
/// Names are unique ignoring case, because Windows and macOS folders are; two names that differ in case only are not equal
/// as values, though. Windows rules: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
/// </remarks>
public sealed record JobName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The rule in words, for help texts and messages.</summary>
    public const string Rule = "A job name is 1 to 100 characters of A-Z a-z 0-9 . _ -, starts with a letter or digit, and does not end with a dot.";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Files and folders of the runtime that stand beside the jobs, before and after a build.</summary>
    private static readonly string[] Reserved =
        ["scheduler", "scheduler.ts", "scheduler.js", "scheduler.js.map", "runtime", "runtime.ts", "node_modules"];

    private static readonly string[] DeviceNames = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    private JobName(string value) => Value = value;

    /// <summary>The name as the user wrote it.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    /// <exception cref="WebstirException">WEB0301: the text breaks the <see cref="Rule"/>, or is reserved.</exception>
    public static JobName Parse(string? text) =>
        Check(text) is { } problem ? throw new WebstirException(problem) : new JobName(text!);

    /// <summary>Reads a name without throwing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JobName? name)
    {
        name = Check(text) is null ? new JobName(text!) : null;
        return name is not null;
    }

    /// <summary>Says why a text is no job name; <see langword="null"/> when it is one.</summary>
    public static Problem? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Unusable("The job name is empty.", Rule);
        if (text.Length > MaxLength)
            return Unusable($"The job name '{text[..20]}...' has {text.Length} characters.", Rule);
        if (text.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var at)
            return Unusable($"The job name '{Printable.Quote(text)}' contains {Printable.Describe(text, at)}.", Rule);
        if (!char.IsAsciiLetterOrDigit(text[0]) || text[^1] == '.')
            return Unusable($"The job name '{text}' {(text[^1] == '.' ? "ends with a dot" : $"starts with '{text[0]}'")}.", Rule);
        if (IsAmong(Reserved, text))
            return Unusable($"The job name '{text}' is taken by the runtime.", $"Reserved: {string.Join(", ", Reserved)}.");
        if (IsDevice(text))
            return Unusable($"The job name '{text}' is a device on Windows.", "CON, PRN, AUX, NUL, COM0-9 and LPT0-9 are reserved, with any extension.");
        return null;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both names would be one folder on a system that ignores case.</summary>
    public bool IsTwinOf(string? other) => string.Equals(Value, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Windows looks at the part before the first dot only.</summary>
    private static bool IsDevice(string name)
    {
        int dot = name.AsSpan().IndexOf('.');
        ReadOnlySpan<char> stem = dot < 0 ? name : name.AsSpan(0, dot);
        bool numbered = stem.Length == 4 && char.IsAsciiDigit(stem[3])
            && (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase));
        return numbered || IsAmong(DeviceNames, stem);
    }

    private static bool IsAmong(string[] names, ReadOnlySpan<char> text)
    {
        foreach (string name in names)
        {
            if (text.Length == name.Length && text.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Problem Unusable(string what, string rule) => new()
    {
        Code = "WEB0301",
        Message = $"{what} {rule}",
        Hint = "Choose another name, for example 'nightly-cleanup'.",
    };
}
