using System.Text;

namespace Webstir.Cli.Completion;

/// <summary>A command line as it is being typed, up to the cursor, taken apart as its shell would.</summary>
/// <param name="Words">Whole words, without their quotes; the first is the program.</param>
/// <param name="Current">What is typed so far of the word at the cursor; empty after a blank.</param>
internal sealed record CommandLineText(IReadOnlyList<string> Words, string Current)
{
    private const string Quotes = "\"'";

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line. A quote that is still open ends at the cursor.</param>
    /// <param name="escape">What takes the meaning from the next character: a backslash, or PowerShell's backtick.</param>
    public static CommandLineText Parse(string line, char escape)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool isInWord = false;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quote == '\0' && c is ' ' or '\t' or '\n')
            {
                if (isInWord)
                    words.Add(word.ToString());
                word.Clear();
                isInWord = false;
                continue;
            }

            isInWord = true;
            if (c == escape && quote != '\'' && i + 1 < line.Length)
                word.Append(line[++i]);
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && Quotes.Contains(c, StringComparison.Ordinal))
                quote = c;
            else
                word.Append(c);
        }

        return new CommandLineText(words, word.ToString());
    }
}
