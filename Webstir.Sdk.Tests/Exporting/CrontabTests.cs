using System.Text;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Lines as cron takes them apart. https://man7.org/linux/man-pages/man5/crontab.5.html</summary>
public sealed class CrontabTests
{
    [Test]
    public async Task A_line_runs_its_job_in_the_workspace_wherever_that_lies()
    {
        using var folder = new TemporaryFolder();
        string home = Directory.CreateDirectory(folder.PathOf("50% of $HOME, it's `mine`")).FullName;
        using var workspace = new ExportWorkspace([Build.Job("nightly", "0 0 * * *")]);
        string line = (await File.ReadAllLinesAsync(workspace.Export("crontab", ("workingDirectory", home)).Single()))[^1];

        string command = line["0 0 * * * ".Length..];
        string script = folder.Write("run.sh", Encoding.UTF8.GetBytes(command.Replace("\\%", "%", StringComparison.Ordinal)));
        Assert.That(command.Replace("\\%", "", StringComparison.Ordinal), Does.Not.Contain('%'), "A bare percent sign ends the command.");
        Assert.That(await RecordingCommand.CallsAsync("node", script), Is.EqualTo(new[] { new[] { "build/backend/jobs/scheduler.js", "--job", "nightly" } }));
    }

    [Test]
    public async Task A_system_crontab_names_the_user()
    {
        using var workspace = new ExportWorkspace([Build.Job("nightly", "@daily")]);
        string[] lines = await File.ReadAllLinesAsync(workspace.Export("crontab", ("user", "app")).Single());
        Assert.That(lines[^1], Does.StartWith("0 0 * * * app cd "));
    }
}
