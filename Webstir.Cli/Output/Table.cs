namespace Webstir.Cli.Output;

/// <summary>Rows in columns of equal width on a terminal, two blanks apart.</summary>
internal static class Table
{
    public static string Of(string[] header, string[][] body)
    {
        string[][] rows = [header, .. body];
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => rows.Max(row => TextWidth.Of(row[column])))];
        return string.Concat(rows.Select(row => string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - TextWidth.Of(cell)))).TrimEnd() + "\n"));
    }
}
