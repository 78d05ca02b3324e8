namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>The library in one warm process, as ratios to what takes turns with it.</summary>
internal static class LibraryBenchmark
{
    private static readonly Func<IEnumerable<LibraryRow>>[] Parts = [ManifestRows.Measure, PlanRow.Measure, GrowthRows.OfManifests, GrowthRows.OfWorkspaces, ScheduleRows.Measure];

    /// <summary>Measures all rows, and prints them as a Markdown table. Whether any is above its limit.</summary>
    public static bool Run()
    {
        Console.WriteLine("| in process | time | at most | memory | at most |\n| --- | ---: | ---: | ---: | ---: |");
        bool isMissed = false;
        foreach (LibraryRow row in Parts.SelectMany(measure => measure()))
        {
            Console.WriteLine(row);
            isMissed |= row.IsMissed;
        }

        return isMissed;
    }
}
