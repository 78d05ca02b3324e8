using System.Diagnostics;
using System.Text;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.Reliability;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>What a run of <c>init</c> leaves when it is killed, and what the next one makes of it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KilledInitTests
{
    private const string Temporary = ".abcdefgh.ijk.webstir";

    [Test]
    public void The_next_run_finishes_whatever_was_written_so_far()
    {
        ChangePlan whole = WorkspaceInitializer.Plan(Path.Join(Path.GetTempPath(), "shop"));
        FileChange[] written = [.. whole.Changes.Where(change => change.Path != Workspace.ManifestFile)];
        for (int count = 0; count <= written.Length; count++)
        {
            using var folder = new TemporaryFolder();
            string root = folder.PathOf("shop");
            foreach (FileChange change in written.Take(count))
                Write(Path.Join(root, change.Path), change.After!.Value.Span);
            Write(Path.Join(root, "src/backend", Temporary), "half"u8);

            ChangePlan plan = WorkspaceInitializer.Plan(root);
            Assert.That(plan.Problems, Is.Empty);
            Assert.That(plan.Changes.Count(change => change.Kind == ChangeKind.Unchanged), Is.EqualTo(count));
            Assert.That(WorkspaceInitializer.Apply(plan).CanApply);
            Assert.That(Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')), Is.EquivalentTo(whole.Changes.Select(change => change.Path)));
        }
    }

    [TestCase("src/mine.ts", "")]
    [TestCase("tsconfig.json", "{}")]
    [TestCase("package.json", "{}")]
    public void A_folder_with_something_of_the_users_is_left_alone(string path, string text)
    {
        using var folder = new TemporaryFolder();
        Write(folder.PathOf(path), Encoding.UTF8.GetBytes(text));
        ChangePlan plan = WorkspaceInitializer.Plan(folder.Root);
        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo(["WEB0207"]));
        Assert.That(WorkspaceInitializer.Apply(plan).CanApply, Is.False);
        Assert.That(File.ReadAllText(folder.PathOf(path)), Is.EqualTo(text));
    }

    [Test]
    [Platform("Linux")]
    public async Task After_a_kill_at_any_time_the_workspace_is_there_or_the_next_run_finishes_it()
    {
        for (int delay = 0; delay < 300; delay += 15)
        {
            using var folder = new TemporaryFolder();
            string[] line = Executable.CommandLine("init", "api", "shop");
            var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            await Task.Delay(delay);
            process.Kill();
            await process.WaitForExitAsync();

            if (!File.Exists(folder.PathOf("shop/package.json")))
                (await ProcessRun.Of(line[0], line[1..], folder.Root)).MustSucceed();
            IEnumerable<string> files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.PathOf("shop"), file));
            Assert.That(files, Is.EquivalentTo(WorkspaceInitializer.Plan(Path.GetTempPath()).Changes.Select(change => change.Path)), $"killed after {delay} ms");
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
