using System.Text;

namespace Webstir.Cli.Output;

/// <summary>Rows in columns of equal width on a terminal, two blanks apart.</summary>
internal static class Table
{
    private const int Gap = 2;

    public static string Of(string[] header, string[][] body)
    {
        string[][] rows = [header, .. body];
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => rows.Max(row => TextWidth.Of(row[column])))];
        var table = new StringBuilder();
        foreach (string[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
                table.Append(row[column]).Append(' ', widths[column] - TextWidth.Of(row[column]) + Gap);
            TrimEnd(table);
            table.Append('\n');
        }

        return table.ToString();
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]) && text[^1] != '\n')
            text.Length--;
    }
}
