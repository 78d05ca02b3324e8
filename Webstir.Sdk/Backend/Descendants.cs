using System.Diagnostics;
using System.Globalization;

namespace Webstir.Sdk.Backend;

/// <summary>Processes that a process has started, and those have: what it leaves behind when it ends before them.</summary>
/// <remarks>Read from <c>/proc</c>, so found on Linux only. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</remarks>
internal static class Descendants
{
    private const string ProcessFolder = "/proc";

    /// <summary>Identifiers and start times of the descendants that live now.</summary>
    public static IReadOnlyList<(int Id, string Start)> Of(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return [];

        ILookup<int, Stat> children = Directory.EnumerateDirectories(ProcessFolder)
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? Read(id) : null)
            .OfType<Stat>()
            .ToLookup(stat => stat.Parent);
        var found = new List<(int, string)>();
        var parents = new Queue<int>([processId]);
        while (parents.TryDequeue(out int parent))
        {
            foreach (Stat child in children[parent])
            {
                found.Add((child.Id, child.Start));
                parents.Enqueue(child.Id);
            }
        }

        return found;
    }

    /// <summary>Ends those that still live. An identifier that has passed to another process is left alone.</summary>
    public static void End(IEnumerable<(int Id, string Start)> descendants)
    {
        foreach ((int id, string start) in descendants)
        {
            if (Read(id)?.Start != start)
                continue;
            try
            {
                using Process process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException)
            {
                // It ended meanwhile.
            }
        }
    }

    private static Stat? Read(int id)
    {
        try
        {
            string line = File.ReadAllText($"{ProcessFolder}/{id}/stat");

            // The second field is the program's name in parentheses, which may hold anything.
            string[] fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return new Stat(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed record Stat(int Id, int Parent, string Start);
}
