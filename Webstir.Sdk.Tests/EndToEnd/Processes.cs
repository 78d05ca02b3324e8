namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>Processes that work in a folder: an orphan tells so where it came from.</summary>
internal static class Processes
{
    /// <summary>Ids and command lines of the processes whose current folder is this one or below it.</summary>
    public static string[] In(string folder) => [.. Directory.GetDirectories("/proc").Where(process => WorksIn(process, folder)).Select(Describe)];

    private static string Describe(string process)
    {
        try
        {
            return $"{Path.GetFileName(process)} {File.ReadAllText(Path.Join(process, "cmdline")).Replace('\0', ' ')}";
        }
        catch (IOException)
        {
            return $"{Path.GetFileName(process)}, which ended meanwhile";
        }
    }

    private static bool WorksIn(string process, string folder)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0])
                && new FileInfo(Path.Join(process, "cwd")).LinkTarget is { } current
                && (current + "/").StartsWith(folder + "/", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
