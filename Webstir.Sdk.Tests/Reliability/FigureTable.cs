namespace Webstir.Sdk.Tests.Reliability;

/// <summary>The measured figures, as a table in Markdown.</summary>
internal sealed class FigureTable
{
    private readonly SortedDictionary<int, Figure> _figures = [];

    /// <summary>Measures a figure, notes it, and fails the test when it is not held.</summary>
    /// <param name="number">F and this number.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="target">What it must come to.</param>
    /// <param name="measure">Gives what it came to, and whether that is the target.</param>
    public async Task MeasureAsync(int number, string what, string target, Func<Task<Finding>> measure)
    {
        _figures[number] = new Figure(number, what, target, "see the log", "**broken**");
        Finding finding = await measure();
        string verdict = finding.IsHeld ? "held" : "**broken**";
        _figures[number] = new Figure(number, what, target, finding.Measured, verdict);
        Assert.That(finding.IsHeld, finding.Details);
    }

    /// <summary>The table, which is also left as a file.</summary>
    public string Write()
    {
        string[] lines = ["| | figure | target | measured | verdict |", "| --- | --- | --- | --- | --- |", .. _figures.Values.Select(figure => figure.ToString())];
        string text = string.Join('\n', lines) + "\n";
        string path = Path.Join(ProjectFolder.Repository, "artifacts", "reliability.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return text;
    }
}
