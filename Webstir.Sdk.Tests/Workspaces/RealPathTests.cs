using Webstir.Sdk.Problems;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Workspaces;

public sealed class RealPathTests
{
    [Test]
    public void Package_json_that_links_out_of_the_workspace_is_refused()
    {
        using var workspace = new TemporaryWorkspace();
        using var outside = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.PathOf("src/backend"));
        File.WriteAllText(outside.PathOf("x.json"), "{}");
        File.CreateSymbolicLink(workspace.PathOf("package.json"), outside.PathOf("x.json"));

        Assert.That(CommandRun.InProcess(workspace.Root, "add-job", "nightly").Exit, Is.EqualTo(1));
        Assert.That(File.ReadAllText(outside.PathOf("x.json")), Is.EqualTo("{}"));
    }

    [Test]
    public void Jobs_folder_that_links_out_of_the_workspace_is_refused()
    {
        using var workspace = new TemporaryWorkspace();
        using var outside = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.PathOf("src/backend"));
        File.WriteAllText(workspace.PathOf("package.json"), "{}");
        Directory.CreateSymbolicLink(workspace.PathOf("src/backend/jobs"), outside.Root);

        Assert.That(CommandRun.InProcess(workspace.Root, "add-job", "nightly").Exit, Is.EqualTo(1));
        Assert.That(Directory.GetFileSystemEntries(outside.Root), Is.Empty);
    }

    [TestCase("jobs")]
    [TestCase("jobs/x")]
    public void A_link_that_goes_round_in_a_circle_is_refused(string target)
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.PathOf("src/backend"));
        File.CreateSymbolicLink(workspace.PathOf("src/backend/jobs"), target);

        Assert.That(CodeOf(() => RealPath.Inside(workspace.Root, "src/backend/jobs/a/index.ts")), Is.EqualTo("WEB0203"));
    }

    [Test]
    public void Two_dots_go_up_from_where_a_link_led()
    {
        using var workspace = new TemporaryWorkspace();
        using var outside = new TemporaryWorkspace();
        Directory.CreateDirectory(outside.PathOf("deep"));
        Directory.CreateDirectory(outside.PathOf("backend"));
        Directory.CreateSymbolicLink(workspace.PathOf("inner"), outside.PathOf("deep"));
        Directory.CreateDirectory(workspace.PathOf("src"));
        Directory.CreateSymbolicLink(workspace.PathOf("src/backend"), "../inner/../backend");

        Assert.That(CodeOf(() => RealPath.Inside(workspace.Root, "src/backend/jobs/a/index.ts")), Is.EqualTo("WEB0209"));
    }

    [Test]
    public void A_path_that_climbs_out_is_refused()
    {
        using var workspace = new TemporaryWorkspace();
        Assert.That(CodeOf(() => RealPath.Inside(workspace.Root, "../escaped.txt")), Is.EqualTo("WEB0209"));
    }

    [Test]
    public void The_root_of_the_file_system_can_be_a_workspace() =>
        Assert.That(RealPath.Inside("/", "package.json"), Is.EqualTo(Path.GetFullPath("/package.json")));

    private static string CodeOf(Action action) => Assert.Throws<WebstirException>(() => action())!.Problem.Code;
}
