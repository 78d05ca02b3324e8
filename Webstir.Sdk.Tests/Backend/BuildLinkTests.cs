using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Backend;

/// <summary>Links where a build writes and deletes: nothing is lost beyond them.</summary>
[Platform(Exclude = "Win")]
public sealed class BuildLinkTests
{
    private const string Job = "export async function run(): Promise<void> {}\n";
    private const string Source = "src/backend/jobs/cleanup/index.ts";

    private BackendWorkspace _workspace = null!;
    private TemporaryFolder _outside = null!;

    [SetUp]
    public async Task Create()
    {
        _workspace = await BackendWorkspace.CreateAsync();
        _workspace.WriteJob("cleanup", Job);
        _outside = new TemporaryFolder();
        foreach (string path in new[] { "index.js", "index.ts", "backend/index.js", "jobs/cleanup/index.ts", "jobs/cleanup/index.js", "canary" })
            _outside.Write(path, "sings"u8);
    }

    [TearDown]
    public void Remove()
    {
        _workspace.Dispose();
        _outside.Dispose();
    }

    [TestCase("build", "")]
    [TestCase("build/backend", "")]
    [TestCase("build/backend/jobs", "jobs")]
    [TestCase("build/backend/x", "")]
    [TestCase("build/backend/index.js", "index.js")]
    [TestCase("build/backend/index.js", "new.js", Description = "Dangling")]
    [TestCase(".webstir", "")]
    [TestCase(".webstir/backend-manifest.json", "canary")]
    public async Task What_a_link_out_of_the_workspace_leads_to_stays_as_it_is_and_the_build_is_refused(string place, string target)
    {
        Link(place, _outside.PathOf(target));
        FileTree before = FileTree.Read(_outside.Root);
        ProcessRun run = await _workspace.Build();
        Assert.That(FileTree.Read(_outside.Root), Is.EqualTo(before));
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match("^[^\n]*error WEB0209: [^\n]*\n$"));
    }

    /// <summary>Nobody but a build has a reason to put anything there.</summary>
    [TestCase(".webstir/entries", "")]
    [TestCase(".webstir/entries/jobs", "jobs")]
    [TestCase(".webstir/entries/jobs/cleanup", "jobs/cleanup")]
    [TestCase(".webstir/entries/jobs/cleanup/index.ts", "index.ts")]
    [TestCase(".webstir/entries/jobs/gone", "")]
    [TestCase(".webstir/outputs.json", "canary")]
    public async Task A_link_among_a_builds_own_files_makes_way(string place, string target)
    {
        Link(place, _outside.PathOf(target));
        FileTree before = FileTree.Read(_outside.Root);
        (await _workspace.Build()).MustSucceed();
        Assert.That(FileTree.Read(_outside.Root), Is.EqualTo(before));
        Assert.That(new FileInfo(_workspace.PathOf(place)).LinkTarget, Is.Null);
        (await _workspace.Node("build/backend/jobs/cleanup/index.js")).MustSucceed();
    }

    [TestCase("build/backend", "src/backend")]
    [TestCase("build/backend/x", "src")]
    [TestCase(".webstir/entries/jobs", "src/backend/jobs")]
    [TestCase(".webstir/entries/jobs/cleanup", "src/backend/jobs/cleanup")]
    [TestCase(".webstir/outputs.json", "package.json")]
    public async Task A_link_to_the_sources_costs_none_of_them(string place, string target)
    {
        _workspace.Write("src/backend/jobs/shared/lib.ts", Job);
        Link(place, _workspace.PathOf(target));
        string[] sources = [.. FileTree.Read(_workspace.PathOf("src")).Select(file => $"{file.Key} {file.Value}")];
        string manifest = _workspace.Read("package.json");
        (await _workspace.Build()).MustSucceed();
        Assert.That(FileTree.Read(_workspace.PathOf("src")).Select(file => $"{file.Key} {file.Value}"), Is.SupersetOf(sources));
        Assert.That(_workspace.Read("package.json"), Is.EqualTo(manifest));
    }

    [Test]
    public async Task A_link_that_stays_inside_the_workspace_is_followed_and_kept()
    {
        Directory.CreateDirectory(_workspace.PathOf("out"));
        Link("build", _workspace.PathOf("out"));
        (await _workspace.Build()).MustSucceed();
        Assert.That(new FileInfo(_workspace.PathOf("build")).LinkTarget, Is.Not.Null);
        (await _workspace.Node("out/backend/jobs/cleanup/index.js")).MustSucceed();
    }

    /// <summary>What a build makes anew each time may have a second name in a cache or a copy, which is not to change with it.</summary>
    [Test]
    public async Task A_second_name_of_what_a_build_makes_keeps_what_it_was()
    {
        (await _workspace.Build()).MustSucceed();
        string[] files = [".webstir/backend-manifest.json", ".webstir/entries/jobs/cleanup/index.ts"];
        foreach (string file in files)
        {
            _workspace.Write(file, "of an earlier build");
            (await ProcessRun.Of("ln", [file, _outside.PathOf(Path.GetFileName(file) + ".copy")], _workspace.Root)).MustSucceed();
        }

        (await _workspace.Build()).MustSucceed();
        foreach (string file in files)
        {
            Assert.That(await File.ReadAllTextAsync(_outside.PathOf(Path.GetFileName(file) + ".copy")), Is.EqualTo("of an earlier build"));
            Assert.That(_workspace.Read(file), Is.Not.EqualTo("of an earlier build"));
        }
    }

    [TestCase(".webstir/entries", "WEB0204")]
    [TestCase(".webstir/outputs.json/x", "WEB0203")]
    [TestCase("build/backend", "WEB0203")]
    public async Task A_file_in_the_place_of_a_folder_or_a_folder_in_that_of_a_file_is_one_clear_line(string place, string code)
    {
        _workspace.Write(place, "");
        ProcessRun run = await _workspace.Build();
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match($"^[^\n]*error {code}: [^\n]*\n$"));
        Assert.That(_workspace.Read(Source), Is.EqualTo(Job));
    }

    private void Link(string place, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_workspace.PathOf(place))!);
        File.CreateSymbolicLink(_workspace.PathOf(place), target);
    }
}
