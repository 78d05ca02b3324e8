namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>The library in one warm process, as ratios to what takes turns with it.</summary>
internal static class LibraryBenchmark
{
    /// <summary>Measures all rows, and prints them as a Markdown table. Whether any is above its limit.</summary>
    public static bool Run()
    {
        Console.WriteLine("| in process | time | at most | memory | at most |\n| --- | ---: | ---: | ---: | ---: |");
        bool isMissed = false;
        foreach (LibraryRow row in ManifestRows.Measure().Concat(PlanRow.Measure()).Concat(GrowthRows.Measure()).Concat(ScheduleRows.Measure()))
        {
            Console.WriteLine(row);
            isMissed |= row.IsMissed;
        }

        return isMissed;
    }
}
