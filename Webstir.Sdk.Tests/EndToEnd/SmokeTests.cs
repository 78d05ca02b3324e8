using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary><c>webstir smoke</c>, the README's first command.</summary>
public sealed class SmokeTests
{
    private static readonly Version FirstWithDatabase = new(22, 13);

    [Test]
    public Task It_passes_with_the_Node_on_the_path_and_skips_the_database_where_that_has_none() => MustPassAsync("dotnet", BackendWorkspace.Command);

    [Test]
    public async Task It_passes_with_a_newer_Node_first_on_the_path_and_uses_the_database()
    {
        using var folder = new TemporaryWorkspace();
        string node = Path.GetDirectoryName(await NodePrograms.NewerNodeAsync())!;
        string path = node + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        ProcessRun run = await ProcessRun.Of("dotnet", [BackendWorkspace.Command, "smoke"], folder.Root, ("PATH", path), ("TMPDIR", folder.Root));

        Check(run, isDatabaseUsed: true);
        Assert.That(FileTree.Read(folder.Root).Keys.Where(name => name.StartsWith("webstir-smoke-", StringComparison.Ordinal)), Is.Empty, "A temporary folder is removed.");
    }

    [Test]
    public async Task It_stops_at_the_first_failure_with_that_commands_output()
    {
        using var folder = new TemporaryWorkspace();
        await File.WriteAllTextAsync(folder.PathOf("mine.txt"), "");
        ProcessRun run = await ProcessRun.Of("dotnet", [BackendWorkspace.Command, "smoke", "."], folder.Root);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("error WEB0207: The folder is not empty: 'mine.txt' in the way."));
        Assert.That(run.Lines, Has.Exactly(1).StartsWith("$ ").And.Some.StartsWith("(failed with exit code 1 in "));
    }

    /// <summary>Plays in a folder that is named, and checks what came of it.</summary>
    /// <param name="program">The command under test, or what runs it.</param>
    /// <param name="arguments">Arguments before those of the command.</param>
    public static async Task MustPassAsync(string program, params string[] arguments)
    {
        using var folder = new TemporaryWorkspace();
        string version = (await ProcessRun.Of("node", ["--version"], folder.Root)).MustSucceed().Output.Trim();
        ProcessRun run = await ProcessRun.Of(program, [.. arguments, "smoke", "first"], folder.Root);

        Check(run, isDatabaseUsed: Version.Parse(version[1..]) >= FirstWithDatabase);
        Assert.That(File.Exists(folder.PathOf("first/build/backend/jobs/nightly/index.js")), "A folder that was named is kept.");
    }

    private static void Check(ProcessRun run, bool isDatabaseUsed)
    {
        run.MustSucceed();
        using (Assert.EnterMultipleScope())
        {
            string[] commands = [.. run.Lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])];
            Assert.That(commands[0], Does.StartWith("webstir init api "));
            Assert.That(commands[1..], Is.EqualTo(
            [
                "npm install --no-audit --no-fund",
                "webstir add-job cleanup",
                "webstir add-job nightly --schedule \"0 0 * * *\" --description \"Nightly maintenance window\" --priority 5",
                "webstir build --runtime backend",
                "node build/backend/jobs/scheduler.js --list",
                "node build/backend/jobs/scheduler.js --job nightly",
                "node build/backend/jobs/cleanup/index.js",
                "webstir backend-inspect",
            ]));
            Assert.That(run.Lines.Count(line => line.StartsWith("(done in ", StringComparison.Ordinal)), Is.EqualTo(commands.Length), "Each step has its time.");
            Assert.That(run.Lines, Has.Exactly(isDatabaseUsed ? 0 : 1).StartsWith("# The database is skipped: it needs Node 22.13 or newer"));
            Assert.That(run.Lines, Has.One.EqualTo(isDatabaseUsed ? "[jobs] cleaned sessions { count: 1 }" : "[jobs] cleanup: nothing to do yet"));
            Assert.That(run.Lines[^1], Does.StartWith("All of it worked, in "));
        }
    }
}
