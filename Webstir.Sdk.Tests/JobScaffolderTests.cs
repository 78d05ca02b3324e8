using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests;

public class JobScaffolderTests
{
    private const string Source = "src/backend/jobs/nightly/index.ts";
    private const string Listed = """{"webstir":{"module":{"jobs":[{"name":"Nightly"}]}}}""";

    private static readonly JobDefinition Job = Build.Job("nightly", description: "Nightly window", priority: "5");
    private static readonly ScaffoldOptions Adopt = new() { Adopt = true };

    [Test]
    public void A_plan_lists_the_source_first_and_the_manifest_last()
    {
        using var workspace = new TestWorkspace();
        ScaffoldPlan plan = workspace.Scaffolder.Plan(Job);
        Assert.That(Changes(plan), Is.EqualTo(new[] { $"Create {Source}", "Update package.json" }));
        Assert.That(plan.CanApply, Is.True);
        Assert.That(plan.Changes[0].After!.Value.ToArray(), Is.EqualTo(JobTemplate.Embedded.Render(Job, hasRuntime: false)));
        Assert.That(plan.Changes[1].Before!.Value.ToArray(), Is.EqualTo(File.ReadAllBytes(workspace.PathOf("package.json"))));
    }

    [Test]
    public void A_plan_changes_no_byte_and_no_time()
    {
        using var workspace = new TestWorkspace();
        IReadOnlyList<string> before = workspace.Snapshot();
        workspace.Scaffolder.Plan(Job);
        workspace.Scaffolder.Plan(Job, Adopt);
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    [TestCaseSource(typeof(RealManifests), nameof(RealManifests.Names))]
    public void A_plan_for_a_real_package_is_carried_out_to_the_byte(string file)
    {
        using var workspace = new TestWorkspace(Encoding.UTF8.GetString(RealManifests.Contents[file]));
        IReadOnlyList<string> before = workspace.Snapshot();
        ScaffoldPlan plan = workspace.Scaffolder.Plan(Job);
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));

        Assert.That(workspace.Scaffolder.Apply(plan).IsApplied, Is.True);
        foreach (FileChange change in plan.Changes)
            Assert.That(File.ReadAllBytes(workspace.PathOf(change.Path)), Is.EqualTo(change.After!.Value.ToArray()), change.Path);
    }

    [Test]
    public void Applying_writes_both_and_leaves_nothing_else()
    {
        using var workspace = new TestWorkspace();
        ScaffoldResult result = workspace.Scaffolder.AddJob(Job);
        Assert.That(result.IsApplied, Is.True);
        Assert.That(Files(workspace), Is.EqualTo(new[] { "package.json", Source }));
        Assert.That(ModuleManifest.Load(workspace.PathOf("package.json")).Jobs, Is.EqualTo(new[] { Job }));
    }

    [Test]
    public void A_job_that_is_listed_is_refused_and_nothing_is_written()
    {
        using var workspace = new TestWorkspace(Listed);
        Refused(workspace, Job, options: null, "WEB0302");
    }

    [Test]
    public void A_job_whose_folder_exists_is_refused_and_nothing_is_written()
    {
        using var workspace = new TestWorkspace();
        workspace.Write(Source, "// mine");
        Refused(workspace, Job, options: null, "WEB0305");
    }

    [TestCase("src/backend/jobs/nightly", Description = "A file where the folder belongs")]
    [TestCase("src/backend/jobs/NIGHTLY/index.ts", Description = "A folder that is the same on Windows and macOS")]
    public void What_blocks_the_folder_cannot_be_adopted(string occupant)
    {
        using var workspace = new TestWorkspace();
        workspace.Write(occupant, "// mine");
        Refused(workspace, Job, Adopt, "WEB0305");
    }

    [Test]
    public void An_existing_source_is_adopted_as_it_is()
    {
        using var workspace = new TestWorkspace();
        workspace.Write(Source, "// mine");
        ScaffoldResult result = workspace.Scaffolder.AddJob(Job, Adopt);
        Assert.That(Changes(result.Plan), Is.EqualTo(new[] { $"Unchanged {Source}", "Update package.json" }));
        Assert.That(workspace.Read(Source), Is.EqualTo("// mine"));
        Assert.That(ModuleManifest.Load(workspace.PathOf("package.json")).Jobs, Is.EqualTo(new[] { Job }));
    }

    [Test]
    public void A_stale_plan_is_refused_and_nothing_is_written()
    {
        using var workspace = new TestWorkspace();
        ScaffoldPlan plan = workspace.Scaffolder.Plan(Job);
        workspace.Write("package.json", TestWorkspace.Manifest + "\n");
        IReadOnlyList<string> before = workspace.Snapshot();

        WebstirException error = Assert.Throws<WebstirException>(() => workspace.Scaffolder.Apply(plan))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0205"));
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public void A_plan_for_another_workspace_is_refused()
    {
        using var one = new TestWorkspace();
        using var other = new TestWorkspace();
        ScaffoldPlan plan = one.Scaffolder.Plan(Job);
        Assert.That(() => other.Scaffolder.Apply(plan), Throws.ArgumentException);
        Assert.That(Files(other), Is.EqualTo(new[] { "package.json" }));
    }

    [Test]
    public void A_manifest_that_cannot_be_written_leaves_no_job_behind()
    {
        using var workspace = new TestWorkspace();
        ScaffoldPlan plan = workspace.Scaffolder.Plan(Job);
        File.SetAttributes(workspace.PathOf("package.json"), FileAttributes.ReadOnly);

        WebstirException error = Assert.Throws<WebstirException>(() => workspace.Scaffolder.Apply(plan))!;
        File.SetAttributes(workspace.PathOf("package.json"), FileAttributes.Normal);
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0204"));
        Assert.That(Files(workspace), Is.EqualTo(new[] { "package.json" }));
        Assert.That(workspace.PathOf("src/backend/jobs"), Does.Not.Exist, "Nor the folder that was made for it.");
        Assert.That(workspace.Read("package.json"), Is.EqualTo(TestWorkspace.Manifest));
    }

    [Test]
    public void A_manifest_that_is_no_JSON_is_refused_and_nothing_is_written()
    {
        using var workspace = new TestWorkspace("{ // comment\n}");
        IReadOnlyList<string> before = workspace.Snapshot();
        WebstirException error = Assert.Throws<WebstirException>(() => workspace.Scaffolder.AddJob(Job))!;
        Assert.That(error.Problem, Has.Property("Code").EqualTo("WEB0101").And.Property("Path").EqualTo(workspace.PathOf("package.json")));
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    private static void Refused(TestWorkspace workspace, JobDefinition job, ScaffoldOptions? options, string code)
    {
        IReadOnlyList<string> before = workspace.Snapshot();
        ScaffoldResult result = workspace.Scaffolder.AddJob(job, options);
        Assert.That(result.IsApplied, Is.False);
        Assert.That(result.Plan.Problems.Select(problem => problem.Code), Does.Contain(code));
        Assert.That(result.Plan.Changes.Select(change => change.Kind), Does.Contain(ChangeKind.Conflict));
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    private static IEnumerable<string> Changes(ScaffoldPlan plan) => plan.Changes.Select(change => $"{change.Kind} {change.Path}");

    private static IEnumerable<string> Files(TestWorkspace workspace) => Directory
        .EnumerateFiles(workspace.Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(workspace.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
