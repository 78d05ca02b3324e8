namespace Webstir.Sdk.Tests.Packages;

/// <summary>The packed library in other people's programs.</summary>
public sealed class ProgramTests
{
    [Test]
    public async Task A_console_program_adds_a_job()
    {
        using Consumer consumer = await Consumer.CreateAsync("Console");
        ProcessRun run = (await consumer.Dotnet("run", "--", consumer.Workspace)).MustSucceed();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Is.EqualTo("True: Create src/backend/jobs/nightly/index.ts, Update package.json"));
            Assert.That(consumer.Read("src/backend/jobs/nightly/index.ts"), Does.Contain("export async function run()"));
            Assert.That(ModuleManifest.Load(Path.Join(consumer.Workspace, "package.json")).Jobs.Select(job => job.Name.Value), Is.EqualTo(["nightly"]));
        }
    }

    [TestCase("13.0.1", Description = "The least that is safe")]
    [TestCase("13.0.4")]
    public async Task A_program_may_have_pinned_its_Newtonsoft_Json(string version)
    {
        using Consumer consumer = await Consumer.CreateAsync("Console");
        ProcessRun run = (await consumer.Dotnet("run", $"--property:Newtonsoft={version}", "--", consumer.Workspace)).MustSucceed();
        Assert.That(run.Output, Does.StartWith("True: ").And.Not.Contain("warning"));
    }

    [Test]
    public async Task A_file_that_is_run_adds_changes_and_removes_jobs_by_the_rules_of_native_programs()
    {
        using Consumer consumer = await Consumer.CreateAsync("File");
        ProcessRun run = (await consumer.Dotnet("run", "build.cs", "--", consumer.Workspace)).MustSucceed();
        Assert.That(run.Lines, Is.EqualTo(ExpectedOfFile));
    }

    [Test, Platform("Linux")]
    public async Task A_file_that_is_compiled_natively_does_the_same_and_no_warning_is_about_the_library()
    {
        using Consumer consumer = await Consumer.CreateAsync("File");
        ProcessRun publish = (await consumer.Dotnet("publish", "build.cs", "-o", "native")).MustSucceed();
        ProcessRun run = (await ProcessRun.Of(consumer.PathOf("native/build"), [consumer.Workspace], consumer.Workspace)).MustSucceed();
        Assert.That(run.Lines, Is.EqualTo(ExpectedOfFile));
        Assert.That(publish.Output, Does.Not.Contain("Webstir.Sdk.dll"), "Where the native compiler names an assembly, it warns of it.");
    }

    [Test]
    public async Task A_build_script_scaffolds_checks_and_reports()
    {
        using Consumer consumer = await Consumer.CreateAsync("BuildScript");
        ProcessRun run = await consumer.Dotnet("run", "--", consumer.Workspace, "Report");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.MustSucceed().Lines, Is.EqualTo(["Target Scaffold", "Target Check", "Target Report"]));
            Assert.That(consumer.Read("jobs.txt").Split('\n'), Has.Length.EqualTo(24).And.ItemAt(22).EqualTo("hour-23 Clock True"));
        }

        consumer.Write("src/backend/jobs/stray/index.ts", "");
        consumer.Write("package.json", """{"webstir":{"module":{"jobs":[{"name":"stray","schedule":"0 25 * * *"}]}}}""");
        ProcessRun refused = await consumer.Dotnet("run", "--no-build", "--", consumer.Workspace, "Check");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(refused.Output, Does.Contain("package.json(1,61): error WEB0403"));
        }
    }

    private static readonly string[] ExpectedOfFile =
    [
        "Jobs: nightly At night",
        "Entry: name, schedule, description",
        "Schedule: At 00:00 every day",
        "Problems: 0",
        "Dynamic code: False",
    ];
}
