using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Backend;

/// <summary><c>webstir build</c>, with real esbuild and a real type checker.</summary>
public sealed class BuildTests
{
    private const string Job = "export async function run(): Promise<void> {}\n";

    private BackendWorkspace _workspace = null!;

    [SetUp]
    public async Task Create() => _workspace = await BackendWorkspace.CreateAsync();

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task A_syntax_error_has_file_line_and_column_and_exit_code_1()
    {
        _workspace.WriteJob("cleanup", "export function run() {\n  const x = = 5;\n}\n");
        ProcessRun run = await _workspace.Build();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match(@"(?m)^src/backend/jobs/cleanup/index\.ts\(2,13\): error WEB0603: Unexpected ""="""));
        Assert.That(run.Error, Does.Match(@"(?m)^src/backend/jobs/cleanup/index\.ts\(2,13\): error TS1109: Expression expected\."));
        Assert.That(run.Output, Is.Empty);
        Assert.That(File.Exists(_workspace.PathOf(".webstir/backend-manifest.json")), Is.False);
    }

    [Test]
    public async Task A_type_error_has_file_line_and_column_and_exit_code_1()
    {
        _workspace.WriteJob("cleanup", "export function run(): void {\n  const count: number = 'five';\n  console.log(count);\n}\n");
        ProcessRun run = await _workspace.Build();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Is.EqualTo("src/backend/jobs/cleanup/index.ts(2,9): error TS2322: Type 'string' is not assignable to type 'number'.\n"));
        Assert.That(File.Exists(_workspace.PathOf(".webstir/backend-manifest.json")), Is.False);
    }

    [Test]
    public async Task An_import_of_nothing_is_an_error_of_both()
    {
        _workspace.WriteJob("cleanup", "import { gone } from './gone';\nexport function run(): void {\n  gone();\n}\n");
        ProcessRun run = await _workspace.Build();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match(@"(?m)^src/backend/jobs/cleanup/index\.ts\(1,22\): error WEB0603: Could not resolve ""\./gone"""));
        Assert.That(run.Error, Does.Match(@"(?m)^src/backend/jobs/cleanup/index\.ts\(1,22\): error TS2307: "));
    }

    [Test]
    public async Task Errors_name_files_as_seen_from_the_current_folder()
    {
        _workspace.WriteJob("cleanup", "export const run = ;\n");
        ProcessRun run = await ProcessRun.Of("dotnet", [BackendWorkspace.Command, "build"], _workspace.PathOf("src/backend"));
        Assert.That(run.Error, Does.StartWith("jobs/cleanup/index.ts(1,20): error WEB0603: "));
    }

    [TestCase("build", "frontend")]
    [TestCase("build", "all")]
    [TestCase("watch", "frontend")]
    [TestCase("watch", "all")]
    public async Task Other_runtimes_are_refused_with_a_sentence(string command, string runtime)
    {
        ProcessRun run = await _workspace.Webstir(command, "--runtime", runtime);
        Assert.That(run, Is.EqualTo(new ProcessRun(1, "",
            $"webstir: error WEB0002: The runtime '{runtime}' is not offered. Workspaces are backends here. Give '--runtime backend'.\n")));
    }

    [TestCase("build")]
    [TestCase("watch")]
    public async Task Without_node_modules_it_says_npm_install(string command)
    {
        Directory.Delete(_workspace.PathOf("node_modules"));
        ProcessRun run = await _workspace.Webstir(command, "--runtime", "backend");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match($"^webstir: error WEB0601: The package '(esbuild|typescript)' is not installed in '{_workspace.Root}'\\. A build needs it\\. Run 'npm install' there\\.\n$"));
    }

    [Test]
    public async Task A_removed_job_disappears_from_the_build()
    {
        _workspace.WriteJob("stays", Job);
        _workspace.WriteJob("goes", Job);
        (await _workspace.Build()).MustSucceed();
        _workspace.RemoveJob("goes");
        (await _workspace.Build()).MustSucceed();

        string[] files = Directory.GetFiles(_workspace.PathOf("build/backend"), "*", SearchOption.AllDirectories);
        Assert.That(files, Has.Some.Contains("stays").And.None.Contains("goes"));
    }

    [Test]
    public async Task A_removed_jobs_folder_disappears_with_its_files()
    {
        _workspace.WriteJob("goes", Job);
        (await _workspace.Build()).MustSucceed();
        _workspace.RemoveJob("goes");
        (await _workspace.Build()).MustSucceed();
        Assert.That(Directory.Exists(_workspace.PathOf("build/backend/jobs/goes")), Is.False);
    }

    [Test]
    public async Task A_second_build_of_the_same_sources_gives_the_same_files()
    {
        _workspace.WriteJob("cleanup", Job);
        (await _workspace.Build()).MustSucceed();
        var first = GoldenCases.FileTree.Read(_workspace.PathOf("build"));
        (await _workspace.Build()).MustSucceed();
        Assert.That(GoldenCases.FileTree.Read(_workspace.PathOf("build")), Is.EqualTo(first));
    }

    [Test]
    public async Task A_bare_workspace_builds_and_its_stub_runs_directly_exactly_once()
    {
        Directory.Delete(_workspace.PathOf("src/backend"), recursive: true);
        Directory.CreateDirectory(_workspace.PathOf("src/backend"));
        (await _workspace.Webstir("add-job", "cleanup")).MustSucceed();
        (await _workspace.Build()).MustSucceed();
        Assert.That((await _workspace.Node("build/backend/jobs/cleanup/index.js")).MustSucceed(),
            Is.EqualTo(new ProcessRun(0, "[jobs] cleanup: nothing to do yet\n", "")));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_bundler_that_dies_without_a_word_is_no_success()
    {
        string modules = _workspace.PathOf("node_modules");
        string packages = new FileInfo(modules).LinkTarget!;
        Directory.Delete(modules);
        Directory.CreateDirectory(modules);
        foreach (string package in Directory.GetFileSystemEntries(packages).Where(path => Path.GetFileName(path) is not "@esbuild" and not "esbuild"))
            Directory.CreateSymbolicLink(Path.Join(modules, Path.GetFileName(package)), package);
        _workspace.Write("node_modules/esbuild/bin/esbuild", "process.kill(process.pid, 'SIGKILL');\n");

        ProcessRun run = await _workspace.Build();
        Assert.That(run, Is.EqualTo(new ProcessRun(1, "", "webstir: error WEB0603: The bundler failed with exit code 137. Run the build again.\n")));
        Assert.That(File.Exists(_workspace.PathOf(".webstir/backend-manifest.json")), Is.False);
    }
}
