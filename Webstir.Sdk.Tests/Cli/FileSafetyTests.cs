using System.Runtime.Versioning;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Cli;

/// <summary>What git cannot keep in a golden case: links, modes and write protection.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FileSafetyTests : IDisposable
{
    private const string Before = "{\n  \"name\": \"shop\"\n}\n";
    private const string Entry = "\"name\": \"nightly\"";

    private static readonly string[] WorkspaceWithTheJob =
        ["package.json", "src/", "src/backend/", "src/backend/jobs/", "src/backend/jobs/nightly/", "src/backend/jobs/nightly/index.ts"];

    private readonly TemporaryWorkspace _workspace = new();

    public FileSafetyTests()
    {
        Directory.CreateDirectory(_workspace.PathOf("src/backend"));
        File.WriteAllText(Manifest, Before);
    }

    private string Manifest => _workspace.PathOf("package.json");

    public void Dispose() => _workspace.Dispose();

    [Test]
    public void Write_protected_package_json_is_refused_and_nothing_changes()
    {
        File.SetUnixFileMode(Manifest, UnixFileMode.UserRead);
        FileTree before = FileTree.Read(_workspace.Root);

        CommandRun run = AddJob();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Exit, Is.EqualTo(1));
            Assert.That(run.Stdout, Is.Empty);
            Assert.That(run.Stderr, Is.EqualTo("package.json: error WEB0204: The file cannot be written: It is write-protected. Check its permissions and owner.\n"));
            Assert.That(FileTree.Read(_workspace.Root), Is.EqualTo(before));
        }
    }

    [Test]
    public void Write_protected_package_json_can_be_inspected_and_tried()
    {
        File.SetUnixFileMode(Manifest, UnixFileMode.UserRead);

        Assert.That(Run("backend-inspect").Exit, Is.Zero);
        Assert.That(Run("add-job", "nightly", "--dry-run").Exit, Is.Zero);
    }

    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)]
    public void Mode_of_package_json_is_kept(UnixFileMode mode)
    {
        File.SetUnixFileMode(Manifest, mode);

        Assert.That(AddJob().Exit, Is.Zero);
        Assert.That(File.GetUnixFileMode(Manifest), Is.EqualTo(mode));
    }

    [Test]
    public void Link_inside_the_workspace_stays_a_link_and_its_target_is_updated()
    {
        Directory.CreateDirectory(_workspace.PathOf("config"));
        File.Move(Manifest, _workspace.PathOf("config/shop.json"));
        File.CreateSymbolicLink(Manifest, "config/shop.json");

        Assert.That(AddJob().Exit, Is.Zero);
        Assert.That(new FileInfo(Manifest).LinkTarget, Is.EqualTo("config/shop.json"));
        Assert.That(File.ReadAllText(_workspace.PathOf("config/shop.json")), Does.Contain(Entry));
    }

    [Test]
    public void Link_to_a_link_stays_too()
    {
        File.Move(Manifest, _workspace.PathOf("third.json"));
        File.CreateSymbolicLink(_workspace.PathOf("second.json"), "third.json");
        File.CreateSymbolicLink(Manifest, "second.json");

        Assert.That(AddJob().Exit, Is.Zero);
        Assert.That(new FileInfo(Manifest).LinkTarget, Is.EqualTo("second.json"));
        Assert.That(new FileInfo(_workspace.PathOf("second.json")).LinkTarget, Is.EqualTo("third.json"));
        Assert.That(File.ReadAllText(_workspace.PathOf("third.json")), Does.Contain(Entry));
    }

    [Test]
    public void Link_to_nowhere_is_no_package_json()
    {
        File.Delete(Manifest);
        File.CreateSymbolicLink(Manifest, "gone.json");

        CommandRun run = AddJob("--workspace", ".");

        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Stderr, Does.Contain("error WEB0202: "));
    }

    [Test]
    public void Only_the_job_and_the_entry_are_left_behind()
    {
        Assert.That(AddJob().Exit, Is.Zero);
        Assert.That(FileTree.Read(_workspace.Root).Keys, Is.EqualTo(WorkspaceWithTheJob));
    }

    private CommandRun AddJob(params string[] options) => Run(["add-job", "nightly", .. options]);

    private CommandRun Run(params string[] args) => CommandRun.InProcess(_workspace.Root, args);
}
