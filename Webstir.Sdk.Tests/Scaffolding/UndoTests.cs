using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Scaffolding;

public sealed class UndoTests
{
    private const string Source = "src/backend/jobs/nightly/index.ts";

    [TestCase("src/backend/jobs")]
    [TestCase("src/backend/jobs/nightly")]
    public void Source_that_appears_between_plan_and_apply_survives(string folderBefore)
    {
        using var workspace = new TemporaryWorkspace();
        File.WriteAllText(workspace.PathOf("package.json"), "{}");
        Directory.CreateDirectory(workspace.PathOf(folderBefore));
        var scaffolder = new JobScaffolder(workspace.Root);
        ScaffoldPlan plan = scaffolder.Plan(new JobDefinition { Name = JobName.Parse("nightly") }, new ScaffoldOptions { Adopt = true });
        Directory.CreateDirectory(workspace.PathOf("src/backend/jobs/nightly"));
        File.WriteAllText(workspace.PathOf(Source), "mine");

        Assert.That(() => scaffolder.Apply(plan), Throws.TypeOf<WebstirException>());
        Assert.That(File.ReadAllText(workspace.PathOf(Source)), Is.EqualTo("mine"));
    }
}
