namespace Webstir.Sdk.Problems;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class Spelling
{
    private const int MaxDistance = 2;

    /// <summary>The nearest of some words, at most two edits away; <see langword="null"/> when none is that near.</summary>
    public static string? Nearest(string text, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        string? nearest = null;
        int least = MaxDistance + 1;
        foreach (string word in words)
        {
            if (Math.Abs(word.Length - text.Length) < least && Distance(text, word) is int distance && distance < least)
                (nearest, least) = (word, distance);
        }

        return nearest;
    }

    /// <summary>Whether one edit turns a word into another.</summary>
    internal static bool IsOneEdit(string from, string to) => Distance(from, to) == 1;

    /// <summary>Letters to insert, drop, replace or swap with their neighbour (Damerau: one swap is one edit); case is free.</summary>
    private static int Distance(string from, string to)
    {
        int[][] edits = new int[from.Length + 1][];
        for (int i = 0; i <= from.Length; i++)
        {
            edits[i] = new int[to.Length + 1];
            for (int j = 0; j <= to.Length; j++)
                edits[i][j] = i == 0 || j == 0 ? i + j : Least(edits, from, to, i, j);
        }

        return edits[from.Length][to.Length];
    }

    private static int Least(int[][] edits, string from, string to, int i, int j)
    {
        int replaced = edits[i - 1][j - 1] + (IsSame(from[i - 1], to[j - 1]) ? 0 : 1);
        int least = Math.Min(replaced, Math.Min(edits[i - 1][j], edits[i][j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && IsSame(from[i - 1], to[j - 2]) && IsSame(from[i - 2], to[j - 1]);
        return isSwap ? Math.Min(least, edits[i - 2][j - 2] + 1) : least;
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
