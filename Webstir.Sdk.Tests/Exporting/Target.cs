namespace Webstir.Sdk.Tests.Exporting;

/// <summary>A kind of export, the reader that its users have, and the engine that stands for theirs.</summary>
internal sealed record Target
{
    /// <summary>Every row of the exporter's table.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        new() { Id = "kubernetes", Format = "yaml", ReadAsync = KubernetesReader.ReadAsync, Engine = Engine.Croner },
        new() { Id = "eventbridge", Format = "cloudformation", ReadAsync = CloudFormationReader.ReadAsync, Engine = Engine.QuartzWithoutSeconds },
        new() { Id = "eventbridge", Format = "terraform", ReadAsync = TerraformReader.ReadEventBridgeAsync, Engine = Engine.QuartzWithoutSeconds },
        new() { Id = "cloud-scheduler", Format = "terraform", ReadAsync = TerraformReader.ReadCloudSchedulerAsync, Engine = Engine.Croner },
        new() { Id = "cloud-scheduler", Format = "gcloud", ReadAsync = ShellReader.ReadCloudSchedulerAsync, Engine = Engine.Croner },
        new() { Id = "temporal", Format = "cli", ReadAsync = ShellReader.ReadTemporalAsync, Engine = Engine.Cronos, IsUnion = true },
        new() { Id = "github-actions", Format = "workflow", ReadAsync = WorkflowReader.ReadAsync, Engine = Engine.Croner },
        new() { Id = "systemd", Format = "units", ReadAsync = SystemdReader.ReadAsync, Engine = Engine.Systemd, IsUnion = true },
        new() { Id = "crontab", Format = "crontab", ReadAsync = CrontabReader.ReadAsync, Engine = Engine.Croner },
        new() { Id = "quartz", Format = "csharp", ReadAsync = QuartzReader.ReadAsync, Engine = Engine.Quartz },
    ];

    public required string Id { get; init; }

    public required string Format { get; init; }

    /// <summary>Whether several triggers of a job count as one, so that a date that matches two of them runs it once.</summary>
    public bool IsUnion { get; init; }

    /// <summary>Reads exported files, judging them on the way.</summary>
    public required Func<IReadOnlyList<string>, Task<IReadOnlyList<DeployedJob>>> ReadAsync { get; init; }

    /// <summary>Finds the next runs of expressions.</summary>
    public required Engine Engine { get; init; }

    public override string ToString() => $"{Id} {Format}";
}
