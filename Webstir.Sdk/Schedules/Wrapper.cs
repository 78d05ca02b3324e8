namespace Webstir.Sdk.Schedules;

/// <summary>The frame of <c>cron(...)</c>, <c>rate(...)</c> and <c>at(...)</c>.</summary>
internal static class Wrapper
{
    /// <summary>The first fault of the frame.</summary>
    /// <param name="text">The schedule.</param>
    /// <param name="word">What stands before the parenthesis, in lower case.</param>
    public static Fault Check(ReadOnlySpan<char> text, string word)
    {
        int blanks = text.Length - text.TrimStart().Length;
        if (blanks > 0)
            return new Fault(FaultKind.Blank, 0, blanks);
        if (!text.StartsWith(word))
            return new Fault(FaultKind.Capitals, 0, word.Length);
        ReadOnlySpan<char> rest = text[word.Length..];
        if (!rest.StartsWith('('))
            return rest.TrimStart().StartsWith('(') ? new Fault(FaultKind.Blank, word.Length, 1) : new Fault(FaultKind.Malformed, 0, text.Length);
        int close = text.LastIndexOf(')');
        if (close < 0)
            return new Fault(FaultKind.Unclosed, text.TrimEnd().Length);
        return close == text.Length - 1 ? default : new Fault(FaultKind.Surplus, close + 1, text.Length - close - 1);
    }

    /// <summary>Where the text between the parentheses of a sound frame stands.</summary>
    public static Range Inside(ReadOnlySpan<char> text, string word) => (word.Length + 1)..(text.Length - 1);
}
