namespace Webstir.Sdk.Manifests;

/// <summary>Proves, before anything is written, that an edit did what it was meant to do and nothing else.</summary>
internal static class EditProof
{
    /// <summary>
    /// Holds the edited text against the original: the same bytes before and after the edit, and in the container around it the
    /// same children but for the one that was added, removed or changed. Whoever calls this has scanned the edited text.
    /// </summary>
    /// <param name="before">The original.</param>
    /// <param name="after">The edited text.</param>
    /// <param name="edit">What was done.</param>
    /// <param name="container">The container around the edit, in the original.</param>
    /// <param name="change">By how many children the container grew: 1, 0 or -1.</param>
    public static void Check(ManifestText before, ManifestText after, TextEdit edit, Container container, int change)
    {
        int growth = after.Utf8.Length - before.Utf8.Length;
        int oldEnd = edit.Offset + edit.Length;
        bool sameSurroundings = before.Utf8[..edit.Offset].SequenceEqual(after.Utf8[..edit.Offset])
            && before.Utf8[oldEnd..].SequenceEqual(after.Utf8[(oldEnd + growth)..]);

        Container edited = ContainerReader.Read(after.Utf8, container.Start);
        bool sameContainer = edited.End == container.End + growth && edited.Children.Count == container.Children.Count + change;
        if (!sameSurroundings || !sameContainer || !SameSiblings(before, after, container, edited))
            throw before.Problem("WEB0111", "The edit could not be proved to leave the rest of the file alone. Nothing was written.", "Please report this with the file.", edit.Offset);
    }

    /// <summary>Whether all children are equal from the front and from the back, but for one.</summary>
    private static bool SameSiblings(ManifestText before, ManifestText after, Container original, Container edited)
    {
        int shorter = Math.Min(original.Children.Count, edited.Children.Count);
        int front = 0;
        while (front < shorter && Same(before, original.Children[front], after, edited.Children[front]))
            front++;
        int back = 0;
        while (back < shorter - front && Same(before, original.Children[^(back + 1)], after, edited.Children[^(back + 1)]))
            back++;
        return front + back >= Math.Max(original.Children.Count, edited.Children.Count) - 1;
    }

    private static bool Same(ManifestText before, Child original, ManifestText after, Child edited) =>
        before.Utf8[original.From..original.End].SequenceEqual(after.Utf8[edited.From..edited.End]);
}
