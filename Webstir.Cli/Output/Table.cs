namespace Webstir.Cli.Output;

/// <summary>Rows in columns of equal width, two blanks apart.</summary>
internal static class Table
{
    public static string Of(string[] header, string[][] body)
    {
        string[][] rows = [header, .. body];
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Concat(rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }
}
