using System.Globalization;

namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>The measured rows as a Markdown table.</summary>
internal sealed class ProcessTable(Measurement[] rows, long executable)
{
    private const double MostOfBun = 0.12;
    private const double MostExecutable = 8;

    /// <summary>75 ms of the Bun-based <c>webstir add-job</c> beside 71 ms of <c>node -e 0</c>, on one machine.</summary>
    private const double BunToNode = 1.06;

    /// <summary>Prints it. Whether a row failed, or is above its limit.</summary>
    public bool Print()
    {
        Figure size = new(executable / 1e6, MostExecutable);
        Console.WriteLine("| process | time | processor | at most | memory |\n| --- | ---: | ---: | ---: | ---: |");
        bool isMissed = size.IsMissed;
        foreach (Measurement measured in rows)
            isMissed |= PrintIsMissed(measured);
        isMissed |= PrintBunIsMissed();
        Console.WriteLine($"\nThe executable: {size.ToMegabytes()}.");
        return isMissed;
    }

    private bool PrintIsMissed(Measurement measured)
    {
        if (measured.Failure is { } failure)
        {
            Console.WriteLine($"| {measured.Row.Name} | **{failure}** | | | |");
            return true;
        }

        Figure time = new(measured.Time / rows[0].Time, measured.Row.Limit);
        Figure processor = new(measured.Processor / rows[0].Processor, measured.Row.Limit);
        Figure memory = new(measured.Peak / 1e6, measured.Row.MostMegabytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measured.Row.Name} | {time} | {processor} | {time.Limit} | {memory.ToMegabytes()} |"));
        return time.IsMissed || processor.IsMissed || memory.IsMissed;
    }

    private bool PrintBunIsMissed()
    {
        Figure time = new(Time(ProcessRow.AddJob) / (Time(ProcessRow.Node) * BunToNode), MostOfBun);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {ProcessRow.AddJob}, to the Bun-based command, taken as {BunToNode} of {ProcessRow.Node} | {time} | | {time.Limit} | |"));
        return time.IsMissed;
    }

    private TimeSpan Time(string row) => rows.Single(measured => measured.Row.Name == row).Time;
}
