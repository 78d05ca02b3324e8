namespace Webstir.Cli.Completion;

/// <summary>A word that may stand at the cursor.</summary>
/// <param name="Text">The word.</param>
/// <param name="Description">What it stands for, in one line; empty when the word says it.</param>
internal sealed record Candidate(string Text, string Description = "")
{
    /// <summary>Tells a shell to complete the names of folders, which it does better than we could.</summary>
    public static Candidate Folders { get; } = new(":folders");
}
