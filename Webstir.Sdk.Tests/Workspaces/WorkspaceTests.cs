using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Workspaces;

public class WorkspaceTests
{
    [TestCase("")]
    [TestCase("src")]
    [TestCase("src/backend")]
    [TestCase("deep/down/here")]
    public void A_workspace_is_found_from_any_folder_inside_it(string folder)
    {
        using var workspace = new TestWorkspace();
        string start = Directory.CreateDirectory(workspace.PathOf(folder)).FullName;
        Assert.That(Path.TrimEndingDirectorySeparator(Workspace.Find(start).Root), Is.EqualTo(workspace.Root));
    }

    [Test]
    public void The_innermost_workspace_wins()
    {
        using var outer = new TestWorkspace();
        outer.Write("packages/inner/package.json", "{}");
        string inner = Directory.CreateDirectory(outer.PathOf("packages/inner/src/backend")).FullName;
        Assert.That(Workspace.Find(inner).Root, Is.EqualTo(outer.PathOf("packages/inner")));
    }

    [Test]
    public void A_package_without_a_backend_is_passed_by()
    {
        using var outer = new TestWorkspace();
        outer.Write("packages/library/package.json", "{}");
        Assert.That(Workspace.Find(outer.PathOf("packages/library")).Root, Is.EqualTo(outer.Root));
    }

    [Test]
    public void A_package_without_a_backend_here_or_above_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("package.json", "{}"u8);
        Assert.That(CodeOf(() => Workspace.Find(folder.Root)), Is.EqualTo("WEB0206"));
        Assert.That(CodeOf(() => Workspace.Open(folder.Root)), Is.EqualTo("WEB0206"));
    }

    [Test]
    public void A_folder_outside_of_any_workspace_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.That(CodeOf(() => Workspace.Find(folder.Root)), Is.EqualTo("WEB0201"));
        Assert.That(CodeOf(() => Workspace.Open(folder.Root)), Is.EqualTo("WEB0202"));
        Assert.That(CodeOf(() => Workspace.Open(folder.PathOf("missing"))), Is.EqualTo("WEB0201"));
    }

    private static string CodeOf(Action action) => Assert.Throws<WebstirException>(action)!.Problem.Code;
}
