using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>The scripts call their command with these arguments, and with no others.</summary>
public sealed class ScriptTests
{
    private static readonly JobDefinition[] Jobs =
    [
        Build.Job("nightly", "0 0 * * *", "it's \"the\" $HOME\n`night` run"),
        Build.Job("poll", "rate(7 minutes)"),
        Build.Job("either", "30 4 1,15 * FRI"),
    ];

    [Test]
    public async Task Temporal_is_told_to_create_what_it_does_not_know()
    {
        using var workspace = new ExportWorkspace(Jobs);
        IReadOnlyList<string[]> calls = await RecordingCommand.CallsAsync("temporal", workspace.Export("temporal").Single(), "describe");
        string[] common = ["--time-zone", ExportWorkspace.TimeZone, "--overlap-policy", "Skip"];
        Assert.That(calls, Is.EqualTo(new[]
        {
            ["schedule", "describe", "--schedule-id", "nightly"],
            ["schedule", "create", "--schedule-id", "nightly", "--cron", "0 0 * * *", .. common, "--workflow-id", "nightly", "--workflow-type", "RunJob", "--task-queue", "my jobs", "--notes", Jobs[0].Description!, "--input", """{"job":"nightly"}"""],
            ["schedule", "describe", "--schedule-id", "poll"],
            ["schedule", "create", "--schedule-id", "poll", "--interval", "420s", .. common, "--workflow-id", "poll", "--workflow-type", "RunJob", "--task-queue", "my jobs", "--input", """{"job":"poll"}"""],
            ["schedule", "describe", "--schedule-id", "either"],
            new[] { "schedule", "create", "--schedule-id", "either", "--cron", "30 4 1,15 * *", "--cron", "30 4 * * FRI" }.Concat(common).Concat(["--workflow-id", "either", "--workflow-type", "RunJob", "--task-queue", "my jobs", "--input", """{"job":"either"}"""]).ToArray(),
        }));
    }

    [Test]
    public async Task Cloud_Scheduler_is_told_to_update_what_it_knows()
    {
        using var workspace = new ExportWorkspace([Jobs[0]]);
        IReadOnlyList<string[]> calls = await RecordingCommand.CallsAsync("gcloud", workspace.Export("cloud-scheduler", "gcloud").Single());
        Assert.That(calls, Is.EqualTo(new[]
        {
            new[] { "scheduler", "jobs", "describe", "nightly", "--location=europe-west1" },
            [
                "scheduler", "jobs", "update", "http", "nightly", "--location=europe-west1", "--update-headers=Content-Type=application/json", "--schedule=0 0 * * *", $"--time-zone={ExportWorkspace.TimeZone}",
                "--uri=https://shop.example/run?a=1&b='2'", "--http-method=POST", $"--description={Jobs[0].Description}", """--message-body={"job":"nightly"}""",
            ],
        }));
    }

    [TestCase("temporal", "cli", "temporal")]
    [TestCase("cloud-scheduler", "gcloud", "gcloud")]
    public async Task A_script_ends_with_the_first_call_that_fails(string target, string format, string command)
    {
        using var workspace = new ExportWorkspace(Jobs);
        IReadOnlyList<string[]> calls = await RecordingCommand.CallsAsync(command, workspace.Export(target, format).Single(), "describe", "create");
        Assert.That(calls, Has.Count.EqualTo(2));
    }
}
