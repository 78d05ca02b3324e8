using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>The table of targets. To add one, add a row and its templates.</summary>
internal static class ExportTargets
{
    private static readonly ExportSetting TimeZone =
        ExportSetting.Required("timeZone", "the time zone that the schedules run in, for example Etc/UTC", TextRule.TimeZone);

    private static readonly ExportSetting WorkingDirectory =
        ExportSetting.Required("workingDirectory", "the absolute path of the workspace on the machine that runs the jobs", TextRule.AbsolutePath);

    private static readonly ExportSetting[] EventBridgeSettings =
    [
        ExportSetting.Required("targetArn", "the ARN of what EventBridge calls, with the job's name as its input", TextRule.Arn),
        ExportSetting.Required("roleArn", "the ARN of the role that EventBridge takes on for it", TextRule.Arn),
        TimeZone,
        ExportSetting.Optional("groupName", "the schedule group"),
    ];

    private static readonly ExportSetting[] CloudSchedulerSettings =
    [
        ExportSetting.Required("url", "the address that Cloud Scheduler posts the job's name to", TextRule.Url),
        ExportSetting.Required("region", "the region that the schedules lie in"),
        TimeZone,
        ExportSetting.Optional("project", "the project"),
        ExportSetting.Optional("serviceAccountEmail", "the account that signs the requests (OIDC)"),
    ];

    /// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html</summary>
    private static readonly TargetName EventBridgeNames = new() { MaxLength = 64, Rule = "A schedule's name has at most 64 characters" };

    /// <summary>https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#Job</summary>
    private static readonly TargetName CloudSchedulerNames = new() { MaxLength = 500, Allowed = "_-", Rule = "A job's name has at most 500 characters" };

    private static readonly ExportTarget EventBridge = new()
    {
        Id = "eventbridge",
        Name = "EventBridge Scheduler",
        Format = "cloudformation",
        Folder = "deploy/eventbridge",
        Files = [new("template.yaml")],
        Symbol = LogicalId,
        Settings = EventBridgeSettings,
        Names = EventBridgeNames,
        HasNamedTriggers = true,
        Schedules = new DialectWriter("eventbridge") { HasVagueWorkdays = true },
        Clock = ClockRule.Skipped,
        MaxDescription = 512,
    };

    private static readonly ExportTarget CloudSchedulerScript = new()
    {
        Id = "cloud-scheduler",
        Name = "Cloud Scheduler",
        Format = "gcloud",
        Folder = "deploy/cloud-scheduler",
        Files = [new("schedules.sh")],
        Settings = CloudSchedulerSettings,
        Names = CloudSchedulerNames,
        Schedules = new DialectWriter("cloud-scheduler"),
        MaxDescription = 500,
    };

    /// <summary>Every row.</summary>
    public static readonly ExportTarget[] All =
    [
        new()
        {
            Id = "kubernetes",
            Name = "Kubernetes",
            Format = "yaml",
            Folder = "deploy/kubernetes",
            Files = [new("cronjobs.yaml")],
            Settings =
            [
                ExportSetting.Required("image", "the container image that holds the built workspace"),
                TimeZone,
                ExportSetting.Optional("namespace", "the namespace", TextRule.DnsLabel),
                ExportSetting.Optional("serviceAccount", "the service account of the pods"),
            ],
            // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec
            Names = new() { MaxLength = 52, Allowed = "-", IsLowerCase = true, Rule = "A CronJob's name has at most 52 characters" },
            Schedules = new DialectWriter("kubernetes") { HasUndocumentedIntervals = true },
            Clock = ClockRule.AsShown,
            // All annotations share 256 KiB, and 'kubectl apply' keeps a copy of each. https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
            MaxDescription = 40_000,
        },
        EventBridge,
        EventBridge with { Format = "terraform", Files = [new("schedules.tf")], Symbol = Identifier },
        CloudSchedulerScript with { Format = "terraform", Files = [new("schedules.tf")], Symbol = Identifier },
        CloudSchedulerScript,
        new()
        {
            Id = "temporal",
            Name = "Temporal",
            Format = "cli",
            Folder = "deploy/temporal",
            Files = [new("schedules.sh")],
            Settings =
            [
                ExportSetting.Required("workflowType", "the type of the workflow that runs a job, with the job's name as its input"),
                ExportSetting.Required("taskQueue", "the task queue of its workers"),
                TimeZone,
                ExportSetting.Optional("namespace", "the namespace"),
                ExportSetting.Optional("address", "the server's address"),
            ],
            Names = new() { MaxLength = 1000, Rule = "A schedule's identifier has at most 1000 characters" },
            Schedules = new DialectWriter("temporal") { IsUnion = true, HasIntervals = true, IntervalOrigin = "1970-01-01T00:00Z" },
            Clock = ClockRule.AsShown,
            // Linux passes no argument of more than 128 KiB. https://man7.org/linux/man-pages/man2/execve.2.html
            MaxDescription = 40_000,
        },
        new()
        {
            Id = "github-actions",
            Name = "GitHub Actions",
            Format = "workflow",
            Folder = ".github/workflows",
            Files = [new("webstir-jobs.yml")],
            Settings =
            [
                ExportSetting.Required("build", "the command that builds the workspace, for example 'npm run build'"),
                TimeZone,
                ExportSetting.Optional("runsOn", "the runner's label") with { Default = "ubuntu-latest" },
                ExportSetting.Optional("nodeVersion", "the version of Node") with { Default = "24" },
                ExportSetting.Optional("directory", "the path of the workspace in the repository") with { Default = "." },
            ],
            Names = new() { MaxLength = 100, Allowed = "_-", Replacement = '_', IsIdentifier = true, Rule = "A job's identifier has at most 100 characters" },
            Schedules = new DialectWriter("github-actions"),
            StartsJobsByText = true,
        },
        new()
        {
            Id = "systemd",
            Name = "systemd",
            Format = "units",
            Folder = "deploy/systemd",
            Files = [new("job.service") { IsPerJob = true }, new("job.timer") { IsPerJob = true }],
            Settings = [WorkingDirectory, TimeZone, ExportSetting.Optional("user", "the user that runs the jobs", TextRule.User)],
            Names = new() { MaxLength = 200, Rule = "A unit's name has at most 255 characters" },
            Schedules = new SystemdWriter(),
        },
        new()
        {
            Id = "crontab",
            Name = "crontab",
            Format = "crontab",
            Folder = "deploy/crontab",
            Files = [new("crontab")],
            Settings = [WorkingDirectory, ExportSetting.Optional("user", "the user, for a file in /etc/cron.d", TextRule.User)],
            Names = new() { MaxLength = 100, Rule = "" },
            Schedules = new DialectWriter("crontab"),
            HasHostZone = true,
        },
        new()
        {
            Id = "quartz",
            Name = "Quartz",
            Format = "csharp",
            Folder = "deploy/quartz",
            Files = [new("WebstirJobs.cs")],
            Settings =
            [
                ExportSetting.Required("jobType", "the full name of the C# type that runs a job; it finds the job's name in its data, under \"job\"", TextRule.CSharpName),
                ExportSetting.Required("namespace", "the namespace of the C# class", TextRule.CSharpName),
                TimeZone,
            ],
            Names = new() { MaxLength = 150, Rule = "A key has at most 150 characters in a job store" },
            HasNamedTriggers = true,
            // Quartz 3 takes only one day field.
            Schedules = new DialectWriter("quartz") { HasIntervals = true, MayRefuseBothDays = true },
        },
    ];

    /// <summary>Identifiers in the order of the table.</summary>
    public static readonly string[] Ids = [.. All.Select(target => target.Id).Distinct()];

    /// <summary>Kinds of files for a scheduler, the default first.</summary>
    public static IEnumerable<string> Formats(string id) => All.Where(target => target.Id == id).Select(target => target.Format);

    /// <summary>A row; <see langword="null"/> when there is none.</summary>
    public static ExportTarget? Find(string id, string? format) =>
        Array.Find(All, target => target.Id == id && (format ?? target.Format) == target.Format);

    /// <summary>Letters and digits only. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html</summary>
    private static string LogicalId(string id) => "Job" + string.Concat(id.Split('.', '_', '-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>A letter or underscore first. https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers</summary>
    private static string Identifier(string id) => (char.IsAsciiDigit(id[0]) ? "_" : "") + id.Replace('.', '_');
}
