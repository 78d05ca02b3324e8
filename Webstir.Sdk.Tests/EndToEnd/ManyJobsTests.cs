using System.Globalization;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>Workspaces as they grow.</summary>
public sealed class ManyJobsTests
{
    [TestCase(50)]
    [TestCase(200)]
    public async Task Many_jobs_are_built_listed_run_and_inspected(int count)
    {
        using BackendWorkspace workspace = await BackendWorkspace.CreateAsync();
        string[] names = ManyJobs.AddTo(workspace, count);

        ProcessRun build = (await workspace.Build()).MustSucceed();
        ProcessRun list = (await workspace.Scheduler("--list")).MustSucceed();
        ProcessRun inspection = (await workspace.Webstir("backend-inspect")).MustSucceed();
        ProcessRun all = (await workspace.Scheduler("--all")).MustSucceed();
        var ingested = JsonNode.Parse(workspace.Read(".webstir/backend-manifest.json"))!["jobs"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(build.Output, Is.EqualTo(string.Create(CultureInfo.InvariantCulture, $"Built build/backend: {count} jobs.\n")));
            Assert.That(list.Lines.Skip(1).Select(line => line.Split(' ')[0]), Is.EqualTo(names));
            Assert.That(inspection.Lines.Skip(2).Select(line => line.Split(' ')[0]), Is.EqualTo(names));
            Assert.That(ingested.Select(job => job!["name"]!.GetValue<string>()), Is.EqualTo(names));
            Assert.That(all.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)).Select(line => line[4..]), Is.EqualTo(names));
        }
    }
}
