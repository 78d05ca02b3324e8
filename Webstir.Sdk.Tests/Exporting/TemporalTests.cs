namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Schedules as the temporal command gets them.</summary>
public sealed class TemporalTests
{
    /// <summary>Six fields are read with the year last there, and with the seconds first by nearly everybody else.</summary>
    [TestCase("0 12 * * *", "0 12 * * *")]
    [TestCase("30 0 12 * * *", "30 0 12 * * * *")]
    [TestCase("cron(0 12 1 1 ? 2027-2030)", "0 0 12 1 1 * 2027-2030")]
    [TestCase("at(2027-01-01T00:00:00)", "0 0 0 1 1 * 2027")]
    public async Task It_gets_five_fields_or_seven(string schedule, string text)
    {
        using var workspace = new ExportWorkspace([Build.Job("nightly", schedule)]);
        Assert.That((await ShellReader.ReadTemporalAsync(workspace.Export("temporal"))).Select(job => job.Trigger), Is.EqualTo(new[] { text }));
    }

    [Test]
    public void An_interval_is_warned_of_because_it_counts_from_1970_there()
    {
        using var workspace = new ExportWorkspace([Build.Job("poll", "rate(7 minutes)")]);
        Assert.That(workspace.Plan("temporal").Problems.Single(), Has.Property("Code").EqualTo("WEB0505").And.Property("Message").Contains("from 1970-01-01T00:00Z there"));
    }
}
