using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads CloudFormation templates as strict YAML, held against AWS's own specification.</summary>
internal static class CloudFormationReader
{
    public static async Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths) =>
        [.. (await NodeJudge.CloudFormationAsync(paths)).SelectMany(template => template["Resources"]!.AsObject()).Select(resource => Read(resource.Value!["Properties"]!))];

    private static DeployedJob Read(JsonNode schedule) => new(JobInput.Name(schedule["Target"]!["Input"]!.GetValue<string>()), schedule["ScheduleExpression"]!.GetValue<string>())
    {
        Description = schedule["Description"]?.GetValue<string>(),
        Zone = schedule["ScheduleExpressionTimezone"]!.GetValue<string>(),
    };
}
