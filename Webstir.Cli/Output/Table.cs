using System.Text;

namespace Webstir.Cli.Output;

/// <summary>Rows in columns of equal width on a terminal, two blanks apart.</summary>
internal static class Table
{
    private const int Gap = 2;

    public static void WriteTable(this TextWriter output, string[] header, string[][] body)
    {
        string[][] rows = [header, .. body];
        int[] widths = Widths(rows, header.Length);
        var line = new StringBuilder(widths.Sum(width => width + Gap));
        foreach (string[] row in rows)
        {
            line.Clear();
            for (int column = 0; column < row.Length; column++)
            {
                if (column > 0)
                    line.Append(' ', widths[column - 1] - TextWidth.Of(row[column - 1]) + Gap);
                line.Append(row[column]);
            }

            TrimEnd(line);
            output.Write(line.Append('\n'));
        }
    }

    private static int[] Widths(string[][] rows, int columns)
    {
        int[] widths = new int[columns];
        foreach (string[] row in rows)
        {
            for (int column = 0; column < columns; column++)
                widths[column] = Math.Max(widths[column], TextWidth.Of(row[column]));
        }

        return widths;
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
            text.Length--;
    }
}
