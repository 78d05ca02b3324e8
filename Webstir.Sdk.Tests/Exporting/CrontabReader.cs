namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads crontabs, after Debian's own check.</summary>
internal static class CrontabReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths)
    {
        ProcessRun run = await ProcessRun.Of("crontab", ["-n", paths.Single()], "/");
        Assert.That(run.MustSucceed().Error, Does.Contain("successfully checked"));
        string[] lines = await File.ReadAllLinesAsync(paths.Single());
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(Read)];
    }

    private static DeployedJob Read(string line)
    {
        int fields = line[0] == '@' ? 1 : 5;
        string[] parts = line.Split(' ', fields + 1);
        return new DeployedJob(line.Split(' ')[^1], string.Join(' ', parts.Take(fields)));
    }
}
