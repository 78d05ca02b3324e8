using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads Terraform files with HashiCorp's own parser.</summary>
internal static class TerraformReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadEventBridgeAsync(IReadOnlyList<string> paths) =>
        [.. (await ResourcesAsync(paths, "aws_scheduler_schedule")).Select(schedule => new DeployedJob(JobInput.Name(Text(schedule["target"]![0]!["input"])!), Text(schedule["schedule_expression"])!)
        {
            Description = Text(schedule["description"]),
            Zone = Text(schedule["schedule_expression_timezone"]),
        })];

    public static async Task<IReadOnlyList<DeployedJob>> ReadCloudSchedulerAsync(IReadOnlyList<string> paths) =>
        [.. (await ResourcesAsync(paths, "google_cloud_scheduler_job")).Select(job => new DeployedJob(Job(Text(job["http_target"]![0]!["body"])!), Text(job["schedule"])!)
        {
            Description = Text(job["description"]),
            Zone = Text(job["time_zone"]),
        })];

    private static async Task<IEnumerable<JsonNode>> ResourcesAsync(IReadOnlyList<string> paths, string type)
    {
        await FormatAsync(paths);
        return (await NodeJudge.HclAsync(paths)).SelectMany(file => file["resource"]![type]!.AsObject()).Select(resource => resource.Value![0]!);
    }

    /// <summary>Terraform itself comes from none of the registries that tests install from; where it is there, it is asked too.</summary>
    private static async Task FormatAsync(IReadOnlyList<string> paths)
    {
        bool isInstalled = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, "terraform")));
        if (isInstalled)
            (await ProcessRun.Of("terraform", ["fmt", "-check", "-diff", .. paths], "/")).MustSucceed();
    }

    /// <summary>A text, which the parser leaves as a template. Terraform composes characters (NFC), whoever writes them.</summary>
    private static string? Text(JsonNode? node) => node?.GetValue<string>()
        .Replace("$${", "${", StringComparison.Ordinal)
        .Replace("%%{", "%{", StringComparison.Ordinal);

    /// <summary>Name in <c>${base64encode("{\"job\":\"nightly\"}")}</c>.</summary>
    private static string Job(string body)
    {
        Assert.That(body, Does.StartWith("${base64encode(").And.EndsWith(")}"));
        return JobInput.Name(JsonNode.Parse(body["${base64encode(".Length..^2])!.GetValue<string>());
    }
}
