using System.Text.Json.Nodes;
using Webstir.Sdk.Exporting;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>A workspace with jobs, and every setting that an export can need.</summary>
internal sealed class ExportWorkspace : IDisposable
{
    /// <summary>Time zone of the exports.</summary>
    public const string TimeZone = "UTC";

    /// <summary>Setting <c>workingDirectory</c> of the exports.</summary>
    public const string WorkingDirectory = "/srv/my shop's/50% $HOME";

    private static readonly JsonObject Settings = new()
    {
        ["timeZone"] = TimeZone,
        ["kubernetes"] = new JsonObject { ["image"] = "registry.example/shop:1.2.3", ["namespace"] = "jobs" },
        ["eventbridge"] = new JsonObject { ["targetArn"] = "arn:aws:lambda:eu-central-1:123456789012:function:jobs", ["roleArn"] = "arn:aws:iam::123456789012:role/jobs" },
        ["cloud-scheduler"] = new JsonObject { ["url"] = "https://shop.example/run?a=1&b='2'", ["region"] = "europe-west1" },
        ["temporal"] = new JsonObject { ["workflowType"] = "RunJob", ["taskQueue"] = "my jobs" },
        ["github-actions"] = new JsonObject { ["build"] = "npm run build" },
        ["systemd"] = new JsonObject { ["workingDirectory"] = WorkingDirectory },
        ["crontab"] = new JsonObject { ["workingDirectory"] = WorkingDirectory },
        ["quartz"] = new JsonObject { ["jobType"] = QuartzProgram.JobType, ["namespace"] = QuartzProgram.Namespace },
    };

    private readonly TestWorkspace _workspace;

    /// <param name="jobs">Its jobs.</param>
    /// <param name="scheduler">Scheduler that it says its schedules are for; <see langword="null"/> for none.</param>
    public ExportWorkspace(IEnumerable<JobDefinition> jobs, string? scheduler = null)
    {
        var webstir = new JsonObject
        {
            ["module"] = new JsonObject { ["jobs"] = new JsonArray([.. jobs.Select(Entry)]) },
            ["export"] = Settings.DeepClone(),
        };
        if (scheduler is not null)
            webstir["schedulers"] = new JsonArray(scheduler);
        _workspace = new TestWorkspace(new JsonObject { ["name"] = "shop", ["webstir"] = webstir }.ToJsonString());
    }

    public string Root => _workspace.Root;

    public JobExporter Exporter => new(_workspace.Workspace);

    public string PathOf(string path) => _workspace.PathOf(path);

    public ChangePlan Plan(string target, string? format = null, params IEnumerable<string> jobs) => Exporter.Plan(Request(target, format, jobs));

    /// <summary>Exports some jobs, by default all of them, and returns the absolute paths of the files.</summary>
    public IReadOnlyList<string> Export(string target, string? format = null, params IEnumerable<string> jobs) =>
        Export(Request(target, format, jobs));

    /// <summary>Exports all jobs with a setting that differs.</summary>
    public IReadOnlyList<string> Export(string target, (string Key, string Value) setting) =>
        Export(Request(target, format: null, []) with { Settings = new Dictionary<string, string> { [setting.Key] = setting.Value } });

    public void Dispose() => _workspace.Dispose();

    private IReadOnlyList<string> Export(ExportRequest request)
    {
        ChangePlan plan = Exporter.Export(request);
        Assert.That(plan.CanApply, string.Join('\n', plan.Problems.Select(problem => problem.Message)));
        return [.. plan.Changes.Select(change => PathOf(change.Path))];
    }

    private static ExportRequest Request(string target, string? format, IEnumerable<string> jobs)
    {
        JobName[] names = [.. jobs.Select(JobName.Parse)];
        return new ExportRequest { Target = target, Format = format, Jobs = names.Length == 0 ? null : names };
    }

    private static JsonObject Entry(JobDefinition job)
    {
        var entry = new JsonObject { ["name"] = job.Name.Value };
        if (job.Schedule is not null)
            entry["schedule"] = job.Schedule;
        if (job.Description is not null)
            entry["description"] = job.Description;
        return entry;
    }
}
