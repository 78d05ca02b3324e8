using System.Text.Json.Nodes;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Every real package file takes a job as one insertion, and is its old self when the job goes.</summary>
[TestFixtureSource(typeof(RealManifests), nameof(RealManifests.Names))]
public class RealManifestTests(string file)
{
    private static readonly JobDefinition Job = Build.Job("nightly", "0 0 * * *", "Nightly \"maintenance\" window: ünïcödé", "5");

    private readonly byte[] _bytes = RealManifests.Contents[file];

    [Test]
    public void Adding_a_job_is_one_insertion()
    {
        byte[] edited = ModuleManifest.Parse(_bytes).AddJob(Job).Utf8.ToArray();
        Assert.That(Insertion.Find(_bytes, edited), Is.Not.Null);
    }

    [Test]
    public void Adding_a_job_adds_that_entry_and_nothing_else()
    {
        byte[] edited = ModuleManifest.Parse(_bytes).AddJob(Job).Utf8.ToArray();
        JsonNode expected = ManifestOracle.WithJob(RealManifests.Read(_bytes), RealManifests.Read(edited), Job);
        Assert.That(JsonNode.DeepEquals(RealManifests.Read(edited), expected), Is.True);
    }

    [Test]
    public void Removing_the_job_brings_the_file_back()
    {
        ModuleManifest edited = ModuleManifest.Parse(_bytes).AddJob(Job);
        Assert.That(edited.RemoveJob(Job.Name).Utf8.ToArray(), Is.EqualTo(_bytes), "Edited in one go");
        Assert.That(ModuleManifest.Parse(edited.ToString()).RemoveJob(Job.Name).Utf8.ToArray(), Is.EqualTo(_bytes), "Read anew in between");
    }

    [Test]
    public void Three_jobs_leave_no_trace_either()
    {
        ModuleManifest edited = ModuleManifest.Parse(_bytes).AddJob(Job).AddJob(Build.Job("cleanup")).AddJob(Build.Job("zoo", priority: "low"));
        ModuleManifest removed = ModuleManifest.Parse(edited.ToString())
            .RemoveJob(JobName.Parse("nightly")).RemoveJob(JobName.Parse("zoo")).RemoveJob(JobName.Parse("cleanup"));
        Assert.That(removed.Utf8.ToArray(), Is.EqualTo(_bytes));
    }
}
