namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads units, after systemd has verified them.</summary>
internal static class SystemdReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths)
    {
        await Systemd.VerifyAsync(paths);
        return [.. paths.Where(path => Path.GetExtension(path) == ".timer").SelectMany(Triggers)];
    }

    /// <summary>Values of a setting.</summary>
    public static IEnumerable<string> Values(string path, string key) => File.ReadLines(path)
        .Where(line => line.StartsWith(key + "=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);

    private static IEnumerable<DeployedJob> Triggers(string timer)
    {
        string service = Path.ChangeExtension(timer, ".service");
        string job = Values(service, "ExecStart").Single().Split(' ')[^1];
        string? description = Values(timer, "Description").Single();
        return Values(timer, "OnCalendar").Concat(Values(timer, "OnUnitActiveSec")).Concat(Values(timer, "OnBootSec").Select(_ => "@reboot"))
            .Select(trigger => new DeployedJob(job, trigger) { Description = description, Zone = ExportWorkspace.TimeZone });
    }
}
