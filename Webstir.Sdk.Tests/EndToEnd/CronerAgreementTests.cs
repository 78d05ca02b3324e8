using System.Text.Json;
using System.Text.Json.Nodes;
using Webstir.Sdk.Schedules;
using Webstir.Sdk.Tests.Schedules;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>What the SDK foretells is what croner, which runs the jobs, does.</summary>
public sealed class CronerAgreementTests
{
    private const int Runs = 3;

    private const int Fewest = 130;

    private const string Script = """
        import { readFileSync } from 'node:fs';
        import { Cron } from 'croner';

        const start = new Date(process.argv[2]);
        const nextRuns = (schedule) => {
          try {
            return new Cron(schedule, { mode: '5-part', timezone: 'UTC' }).nextRuns(3, start).map((run) => run.toISOString());
          } catch {
            return null;
          }
        };
        console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[3], 'utf8')).map(nextRuns)));
        """;

    private static readonly ScheduleOptions Webstir = new() { Schedulers = ["webstir"] };

    [Test]
    public async Task Next_runs_of_every_five_field_schedule_are_croners_own()
    {
        string[] schedules = [.. Vector.All.Select(vector => vector.Schedule).Where(schedule => schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 5)];
        JsonArray croner = await NextRunsByCroner(schedules);

        int compared = 0;
        Assert.Multiple(() =>
        {
            foreach ((string schedule, JsonNode? runs) in schedules.Zip(croner))
            {
                ScheduleValidation validation = ScheduleValidator.Validate(schedule, Webstir);
                if (runs is null || !validation.IsValid)
                    continue;

                compared++;
                IEnumerable<DateTime> ours = validation.NextOccurrences(Vector.Start, Runs, TimeZoneInfo.Utc).Select(run => run.UtcDateTime);
                Assert.That(ours, Is.EqualTo(runs.AsArray().Select(run => run!.GetValue<DateTime>().ToUniversalTime())), schedule);
            }
        });
        Assert.That(compared, Is.GreaterThanOrEqualTo(Fewest), "Schedules that both accept");
    }

    private static async Task<JsonArray> NextRunsByCroner(string[] schedules)
    {
        using BackendWorkspace workspace = await BackendWorkspace.CreateAsync();
        workspace.Write("agreement.mjs", Script);
        workspace.Write("schedules.json", JsonSerializer.Serialize(schedules));
        ProcessRun run = await ProcessRun.Of("node", ["agreement.mjs", Vector.Start.ToString("O"), "schedules.json"], workspace.Root);
        return JsonNode.Parse(run.MustSucceed().Output)!.AsArray();
    }
}
