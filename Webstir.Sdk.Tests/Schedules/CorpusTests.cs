using System.Globalization;
using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Tests.Schedules;

public sealed class CorpusTests
{
    [TestCase("unix", "crontab")]
    [TestCase("kubernetes", "kubernetes")]
    [TestCase("githubactions", "github-actions")]
    [TestCase("cloudscheduler", "cloud-scheduler")]
    [TestCase("eventbridge", "eventbridge")]
    [TestCase("temporal", "temporal")]
    [TestCase("quartz", "quartz")]
    [TestCase("azure", "azure-functions")]
    [TestCase("hangfire", "hangfire")]
    [TestCase("cloudflare", "cloudflare")]
    [TestCase("bullmq", "bullmq")]
    [TestCase("croner", "croner")]
    public void Verdicts_agree_with_what_was_measured(string engine, string id)
    {
        var measured = Vector.All.Where(vector => vector.Verdict(engine) is not null).ToList();
        var wrong = measured.Where(vector => ScheduleValidator.Validate(vector.Schedule).Schedulers[id].Accepted != vector.Verdict(engine)).ToList();

        TestContext.Out.WriteLine($"{id}: {measured.Count - wrong.Count} of {measured.Count} verdicts agree");
        Assert.That(wrong.Select(vector => $"{vector.Schedule} is {vector.Verdict(engine)}"), Is.Empty);
    }

    [TestCase("kubernetes", "kubernetes", 0)]
    [TestCase("temporal", "temporal", 0)]
    [TestCase("quartz", "quartz", 0)]
    [TestCase("ncrontab5", "azure-functions", 5)]
    [TestCase("ncrontab6", "azure-functions", 6)]
    [TestCase("cronos5", "hangfire", 5)]
    [TestCase("cronos6", "hangfire", 6)]
    [TestCase("cloudflare", "cloudflare", 0)]
    [TestCase("croner", "croner", 0)]
    public void Next_runs_equal_those_of_the_engine(string engine, string id, int fields)
    {
        var options = new ScheduleOptions { Schedulers = [id] };
        var measured = Vector.All.Where(vector => vector.Runs(engine) is not null && (fields == 0 || HasFields(vector, fields))).ToList();
        var wrong = measured.Where(vector => !vector.Runs(engine)!.SequenceEqual(Runs(vector, options))).ToList();

        TestContext.Out.WriteLine($"{id}: {measured.Count - wrong.Count} of {measured.Count} next runs agree");
        Assert.That(wrong.Select(vector => $"{vector.Schedule}: {string.Join(" ", vector.Runs(engine)!)}, not {string.Join(" ", Runs(vector, options))}"), Is.Empty);
    }

    /// <summary>The libraries under Hangfire and Azure Functions are told how many fields to expect, and take macros either way.</summary>
    private static bool HasFields(Vector vector, int fields) => vector.Schedule.StartsWith('@')
        || vector.Schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == fields;

    private static IEnumerable<string> Runs(Vector vector, ScheduleOptions options) =>
        ScheduleValidator.Validate(vector.Schedule, options)
            .NextOccurrences(Vector.Start, 3, TimeZoneInfo.Utc)
            .Select(time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
}
