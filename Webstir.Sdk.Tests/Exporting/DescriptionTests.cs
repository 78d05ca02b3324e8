using System.Globalization;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Whatever a description says, it is text at the target: it ends no string, starts no command and calls nothing.</summary>
public sealed class DescriptionTests
{
    private static readonly JobDefinition[] Jobs =
        [.. HostileTexts.All.Select((text, i) => Build.Job(string.Create(CultureInfo.InvariantCulture, $"job{i:00}"), "0 0 * * *", text))];

    /// <summary>Targets whose descriptions are one line of a unit, or no more than a comment, or may hold no expression.</summary>
    private static readonly string[] Inexact = ["systemd", "crontab", "github-actions"];

    /// <summary>The .NET client takes a value of <c>&lt;&lt;</c> for a merge key, even in quotes.</summary>
    private static readonly Dictionary<string, string> Unreadable = new() { ["kubernetes"] = "<<" };

    private static IEnumerable<TestCaseData> Targets => Target.All.Select(target => new TestCaseData(target).SetArgDisplayNames(target.ToString()));

    [Test]
    public async Task CloudFormation_looks_nothing_up_for_a_description()
    {
        using var workspace = new ExportWorkspace([Build.Job("nightly", "0 0 * * *", "{{resolve:secretsmanager:shop}}")]);
        string text = await File.ReadAllTextAsync(workspace.Export("eventbridge").Single());
        Assert.That(text, Does.Contain("resolve:secretsmanager:shop").And.Not.Contain("{{resolve:"));
    }

    [TestCaseSource(nameof(Targets))]
    public async Task A_hostile_description_harms_nothing(object row)
    {
        var target = (Target)row;
        JobDefinition[] jobs = [.. Jobs.Where(job => job.Description != Unreadable.GetValueOrDefault(target.Id))];
        using var workspace = new ExportWorkspace(jobs);
        ILookup<string, DeployedJob> found = (await target.ReadAsync(workspace.Export(target.Id, target.Format))).ToLookup(job => job.Job);
        Assert.That(found.Select(job => job.Key), Is.EquivalentTo(jobs.Select(job => job.Name.Value)));
        if (Inexact.Contains(target.Id))
            return;

        using (Assert.EnterMultipleScope())
        {
            foreach (JobDefinition job in jobs)
                Assert.That(found[job.Name.Value].Single().Description, Is.EqualTo(target.Format == "terraform" ? job.Description!.Normalize() : job.Description), job.Name.Value);
        }
    }
}
