using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads workflows with GitHub's own parser.</summary>
internal static class WorkflowReader
{
    private const string Command = "node build/backend/jobs/scheduler.js --job ";

    public static async Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths)
    {
        await NodeJudge.WorkflowsAsync(paths);
        IReadOnlyList<JsonNode> documents = await NodeJudge.YamlAsync(paths);
        return [.. documents.SelectMany(file => Jobs(file[0]!))];
    }

    private static IEnumerable<DeployedJob> Jobs(JsonNode workflow) =>
        from job in workflow["jobs"]!.AsObject()
        let condition = job.Value!["if"]!.GetValue<string>()
        from schedule in workflow["on"]!["schedule"]!.AsArray()
        let cron = schedule["cron"]!.GetValue<string>()
        where condition.Contains($"'{cron}'", StringComparison.Ordinal)
        select new DeployedJob(job.Value["steps"]!.AsArray()[^1]!["run"]!.GetValue<string>()[Command.Length..], cron)
        {
            Description = job.Value["name"]?.GetValue<string>(),
            Zone = schedule["timezone"]!.GetValue<string>(),
        };
}
