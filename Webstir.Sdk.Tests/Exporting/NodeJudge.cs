using System.Text.Json;
using System.Text.Json.Nodes;
using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Official parsers and schemas that npm brings: see <c>Judges/judges.mjs</c>.</summary>
internal static class NodeJudge
{
    private static readonly Lazy<Task<string>> Script = new(BundleAsync);

    /// <summary>GitHub's workflow parser.</summary>
    public static Task<IReadOnlyList<JsonNode>> WorkflowsAsync(params IEnumerable<string> paths) => JudgeAsync("workflow", paths);

    /// <summary>HashiCorp's HCL parser and formatter.</summary>
    public static Task<IReadOnlyList<JsonNode>> HclAsync(params IEnumerable<string> paths) => JudgeAsync("hcl", paths);

    /// <summary>A strict YAML parser, and AWS's specification of resources.</summary>
    public static Task<IReadOnlyList<JsonNode>> CloudFormationAsync(params IEnumerable<string> paths) => JudgeAsync("cloudformation", paths);

    /// <summary>A strict YAML parser.</summary>
    public static Task<IReadOnlyList<JsonNode>> YamlAsync(params IEnumerable<string> paths) => JudgeAsync("yaml", paths);

    /// <summary>Next runs of cron fields by croner; <see langword="null"/> for what it refuses.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset[]?>> NextRunsAsync(IEnumerable<DeployedJob> jobs, DateTimeOffset after)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("schedules.json", JsonSerializer.SerializeToUtf8Bytes(jobs.Select(job => new { expression = job.Trigger, timezone = job.Zone ?? "UTC" })));
        JsonArray runs = await RunAsync("croner", [after.ToString("O"), file]);
        return [.. runs.Select(node => node?.AsArray().Select(run => run!.GetValue<DateTimeOffset>()).ToArray())];
    }

    /// <summary>What the judges say of files, in their order; fails the test where they find a mistake.</summary>
    private static async Task<IReadOnlyList<JsonNode>> JudgeAsync(string judge, IEnumerable<string> paths)
    {
        string[] files = [.. paths];
        JsonArray verdicts = await RunAsync(judge, files);
        using (Assert.EnterMultipleScope())
        {
            foreach ((string file, JsonNode? verdict) in files.Zip(verdicts))
                AssertFlawless(verdict!, file);
        }

        return [.. verdicts.Select(verdict => verdict!["value"]!)];
    }

    private static void AssertFlawless(JsonNode verdict, string file) =>
        Assert.That(verdict["mistakes"]!.AsArray().Select(mistake => mistake!.GetValue<string>()), Is.Empty, $"{file}\n{File.ReadAllText(file)}");

    private static async Task<JsonArray> RunAsync(string judge, IEnumerable<string> arguments)
    {
        string script = await Script.Value;
        ProcessRun run = await ProcessRun.Of("node", [script, judge, .. arguments], Path.GetDirectoryName(script)!, ("NODE_OPTIONS", null), ("TZ", "UTC"));
        return JsonNode.Parse(run.MustSucceed().Output)!.AsArray();
    }

    /// <summary>The workflow parser imports JSON in a way that Node 20 no longer takes; bundled, it need not.</summary>
    private static async Task<string> BundleAsync()
    {
        string sources = Path.Join(ProjectFolder.Tests, "Exporting", "Judges");
        string modules = await NodePrograms.JudgesAsync(await File.ReadAllBytesAsync(Path.Join(sources, "package.json")));
        string folder = Path.GetDirectoryName(modules)!;
        File.Copy(Path.Join(sources, "judges.mjs"), Path.Join(folder, "judges.mjs"), overwrite: true);
        string[] external = ["@cdktf/*", "@aws-cdk/*", "croner", "yaml"];
        ProcessRun run = await ProcessRun.Of(
            Path.Join(modules, ".bin", "esbuild"),
            ["judges.mjs", "--bundle", "--platform=node", "--format=esm", "--outfile=judges.js", "--log-level=warning", .. external.Select(package => $"--external:{package}")],
            folder);
        run.MustSucceed();
        return Path.Join(folder, "judges.js");
    }
}
