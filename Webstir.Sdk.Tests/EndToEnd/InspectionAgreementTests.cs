using System.Text.Json;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary><c>webstir backend-inspect</c> and the scheduler's <c>--list</c> read one manifest: they say the same about it.</summary>
public sealed class InspectionAgreementTests
{
    private static readonly string?[] Schedules = ["0 0 * * *", "@daily", null, "@hourly", "*/15 9-17 * * 1-5", "30 6 1 * *", "0 12 13 * 5", "@weekly"];

    private static readonly string[] Members = ["name", "schedule", "description", "priority"];

    private BackendWorkspace _workspace = null!;

    [OneTimeSetUp]
    public async Task Build()
    {
        _workspace = await BackendWorkspace.CreateAsync();
        _workspace.EditModule(module => module["jobs"] = new JsonArray([.. Schedules.Select(Entry)]));
        (await _workspace.Build()).MustSucceed();
    }

    [OneTimeTearDown]
    public void Remove() => _workspace?.Dispose();

    [Test]
    public async Task They_agree_on_names_schedules_descriptions_and_priorities()
    {
        JsonElement[] listed = await ListAsync("UTC");
        JsonElement[] inspected = await InspectAsync("UTC");
        foreach (string member in Members)
            Assert.That(inspected.Select(job => Text(job, member)), Is.EqualTo(listed.Select(job => Text(job, member))), member);
    }

    [TestCase("UTC")]
    [TestCase("Europe/Berlin")]
    [TestCase("America/New_York")]
    public async Task They_agree_on_next_runs(string zone)
    {
        JsonElement[] listed = await ListAsync(zone);
        JsonElement[] inspected = await InspectAsync(zone);
        JsonElement[] after = await ListAsync(zone);
        if (!NextRuns(after).SequenceEqual(NextRuns(listed)))
        {
            // A run came due between the two.
            inspected = await InspectAsync(zone);
            listed = after;
        }

        Assert.That(NextRuns(inspected), Is.EqualTo(NextRuns(listed)));
    }

    private static JsonNode Entry(string? schedule, int index)
    {
        var entry = new JsonObject { ["name"] = $"job{index}", ["schedule"] = schedule, ["description"] = $"Job of \"{schedule}\"", ["priority"] = index };
        if (schedule is null)
            entry.Remove("schedule");
        if (index % 3 == 0)
            entry["priority"] = "whenever";
        return entry;
    }

    private static string?[] NextRuns(IEnumerable<JsonElement> jobs) => [.. jobs.Select(job => Text(job, "name") + " " + Text(job, "nextRun"))];

    /// <summary>A member as text; one that is left out counts as null.</summary>
    private static string? Text(JsonElement job, string member) => job.TryGetProperty(member, out JsonElement value) ? value.ToString() : "";

    private Task<JsonElement[]> ListAsync(string zone) => JobsAsync("node", ["build/backend/jobs/scheduler.js", "--list", "--json"], zone);

    private Task<JsonElement[]> InspectAsync(string zone) => JobsAsync("dotnet", [BackendWorkspace.Command, "backend-inspect", "--json"], zone);

    private async Task<JsonElement[]> JobsAsync(string program, string[] arguments, string zone)
    {
        ProcessRun run = (await _workspace.Run(program, arguments, ("TZ", zone))).MustSucceed();
        using var document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("jobs").EnumerateArray().Select(job => job.Clone())];
    }
}
