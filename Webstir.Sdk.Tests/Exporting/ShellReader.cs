namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Runs scripts, and reads the calls that they make.</summary>
internal static class ShellReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadTemporalAsync(IReadOnlyList<string> paths) =>
        [.. (await CallsAsync("temporal", paths)).Where(call => call[1] == "update").SelectMany(Triggers)];

    public static async Task<IReadOnlyList<DeployedJob>> ReadCloudSchedulerAsync(IReadOnlyList<string> paths) =>
        [.. (await CallsAsync("gcloud", paths)).Where(call => call[2] == "update").Select(call => new DeployedJob(JobInput.Name(Option(call, "--message-body")!), Option(call, "--schedule")!)
        {
            Description = Option(call, "--description"),
            Zone = Option(call, "--time-zone"),
        })];

    private static async Task<IReadOnlyList<string[]>> CallsAsync(string command, IReadOnlyList<string> paths) =>
        await RecordingCommand.CallsAsync(command, paths.Single());

    private static IEnumerable<DeployedJob> Triggers(string[] call) =>
        RecordingCommand.Options(call, "--cron").Concat(RecordingCommand.Options(call, "--interval"))
            .Select(trigger => new DeployedJob(JobInput.Name(Option(call, "--input")!), trigger) { Description = Option(call, "--notes"), Zone = Option(call, "--time-zone") });

    private static string? Option(string[] call, string name) => RecordingCommand.Option(call, name);
}
