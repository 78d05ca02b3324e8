using System.Globalization;
using System.Text.RegularExpressions;
using Webstir.Sdk.Tests.Documents;

namespace Webstir.Sdk.Tests.Packages;

/// <summary>A .NET project that names a workspace, built.</summary>
public sealed partial class CheckedBuildTests
{
    private const string Sound = """{"webstir":{"module":{"jobs":[{"name":"nightly","schedule":"0 0 * * *"}]}}}""";

    /// <summary>Milliseconds that the check may add to a build when nothing changed.</summary>
    private const int MaxIdle = 50;

    private Consumer _consumer = null!;

    [OneTimeSetUp]
    public async Task Restore()
    {
        _consumer = await Consumer.CreateAsync("Checked");
        (await _consumer.Dotnet("restore")).MustSucceed();
    }

    [OneTimeTearDown]
    public void Delete() => _consumer.Dispose();

    [SetUp]
    public void Mend()
    {
        if (Directory.Exists(Path.Join(_consumer.Workspace, "src/backend/jobs")))
            Directory.Delete(Path.Join(_consumer.Workspace, "src/backend/jobs"), recursive: true);
        _consumer.Write("src/backend/jobs/nightly/index.ts", "");
        _consumer.Write("package.json", Sound);
    }

    [Test]
    public async Task Problems_are_shown_as_MSBuild_shows_its_own_with_file_line_column_and_code()
    {
        _consumer.Write("src/backend/jobs/stray/index.ts", "");
        _consumer.Write("package.json", """
            {
              "webstir": {
                "schedulers": ["kubernetes"],
                "module": {
                  "jobs": [
                    { "name": "lost" },
                    { "name": "nightly", "schedule": "0 25 * * *" },
                    { "name": "never", "schedule": "0 0 31 2 *" },
                    { "name": "elsewhere", "schedule": "rate(5 minutes)" }
                  ]
                }
              }
            }
            """);
        foreach (string job in new[] { "never", "elsewhere" })
            _consumer.Write($"src/backend/jobs/{job}/index.ts", "");

        ProcessRun build = await Build();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(build.ExitCode, Is.EqualTo(1));
            Assert.That(Places(build), Is.EqualTo(new[]
            {
                "package.json(6,9): error WEB0306",
                "package.json(7,45): error WEB0403",
                "package.json(8,45): error WEB0414",
                "package.json(9,45): error WEB0407",
                "src/backend/jobs/stray/index.ts(1,1): warning WEB0307",
            }));
        }
    }

    [Test]
    public async Task Two_jobs_of_one_name_break_the_build()
    {
        _consumer.Write("package.json", """{"webstir":{"module":{"jobs":[{"name":"nightly"},{"name":"NIGHTLY"}]}}}""");
        Assert.That(Places(await Build()), Is.EqualTo(["package.json(1,50): error WEB0109"]));
    }

    [TestCase("-p:WebstirCheckSeverity=warning", ExpectedResult = "0 warning WEB0403")]
    [TestCase("-p:WebstirCheckSeverity=none", ExpectedResult = "0")]
    [TestCase("-p:ItemSeverity=Warning;WebstirCheckSeverity=error", ExpectedResult = "0 warning WEB0403", Description = "The item's own goes first")]
    [TestCase("-p:WebstirCheckSeverity=warning;WarningsAsErrors=WEB0403", ExpectedResult = "1 error WEB0403")]
    [TestCase("-p:WebstirCheckSeverity=warning;NoWarn=WEB0403", ExpectedResult = "0")]
    [TestCase("-p:WebstirCheckSeverity=warning;MSBuildTreatWarningsAsErrors=true", ExpectedResult = "1 error WEB0403")]
    [TestCase("-p:WebstirCheckSeverity=warning;TreatWarningsAsErrors=true", ExpectedResult = "1 error WEB0403")]
    [TestCase("-p:WebstirCheckSeverity=warning;TreatWarningsAsErrors=true;WarningsNotAsErrors=WEB0403", ExpectedResult = "0 warning WEB0403")]
    [TestCase("-p:WebstirCheckSeverity=warning;TreatWarningsAsErrors=true;NoWarn=WEB0403", ExpectedResult = "0")]
    [TestCase("-p:Workspaces=../w*/package.json", ExpectedResult = "1 error WEB0403", Description = "Wildcards find files only")]
    [TestCase("-p:WebstirCheckSeverity=loud", ExpectedResult = "1 error WEB0801")]
    [TestCase("-p:IsChecked=false", ExpectedResult = "0", Description = "No item, no work")]
    public async Task<string> Severity_is_what_the_project_says(string properties)
    {
        _consumer.Write("package.json", Sound.Replace("0 0", "0 25", StringComparison.Ordinal));
        ProcessRun build = await Build(properties);
        return string.Join(' ', Places(build).Select(place => place.Split("): ")[^1].Split(" : ")[^1]).Prepend($"{build.ExitCode}"));
    }

    [Test]
    public async Task A_check_is_made_again_when_manifest_or_sources_change_and_only_then()
    {
        (await Build()).MustSucceed();
        int idle = Milliseconds(await Build());
        await TestContext.Out.WriteLineAsync($"Nothing changed: {idle} ms");
        Assert.That(idle, Is.LessThan(MaxIdle));
        using (Assert.EnterMultipleScope())
        {
            _consumer.Write("src/backend/jobs/stray/index.ts", "");
            Assert.That(Places(await Build()), Is.EqualTo(["src/backend/jobs/stray/index.ts(1,1): warning WEB0307"]), "A source more");
            Assert.That(Places(await Build()), Has.Length.EqualTo(1), "What is not mended is said again.");
            Directory.Delete(Path.Join(_consumer.Workspace, "src/backend/jobs"), recursive: true);
            Assert.That(Places(await Build()), Is.EqualTo(["package.json(1,31): error WEB0306"]), "No source left");
        }

        File.Delete(Path.Join(_consumer.Workspace, "package.json"));
        ProcessRun lost = await Build();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Places(lost), Is.EqualTo(["Checked.csproj : error WEB0202"]), "No manifest, no place in it");
            Assert.That(lost.Output, Does.Contain("Correct the item 'WebstirWorkspace'.").And.Not.Contain("--workspace"), "A build has no options of the command.");
        }
    }

    [Test]
    public async Task Manifests_as_items_are_checked_only_when_something_changed_too()
    {
        const string Manifests = "-p:Workspaces=../w*/package.json";
        (await Build(Manifests)).MustSucceed();
        Assert.That(Milliseconds(await Build(Manifests)), Is.LessThan(MaxIdle));
        _consumer.Write("package.json", Sound.Replace("0 0", "0 25", StringComparison.Ordinal));
        Assert.That(Places(await Build(Manifests)), Is.EqualTo(["package.json(1,63): error WEB0403"]));
    }

    [Test]
    public async Task What_the_README_says_to_write_gives_what_it_shows()
    {
        CodeBlock[] blocks = [.. CodeBlock.In(await File.ReadAllTextAsync(Path.Join(ProjectFolder.Repository, "README.md")))];
        using Consumer consumer = await Consumer.CreateAsync("Checked");
        File.Delete(consumer.PathOf("Checked.csproj"));
        await File.WriteAllTextAsync(consumer.PathOf("App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
            <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            {blocks.Single(block => block.Language == "xml").Text}
            </Project>
            """);
        consumer.Write("src/backend/jobs/nightly/index.ts", "");
        consumer.Write("package.json", """
            {
              "name": "web",
              "version": "1.0.0",
              "webstir": {
                "module": {
                  "jobs": [
                    { "name": "nightly", "schedule": "0 25 * * *" }
                  ]
                }
              }
            }
            """);

        ProcessRun build = await consumer.Dotnet("build");
        string shown = blocks.Single(block => block.Text.StartsWith("/home/me/web/", StringComparison.Ordinal)).Text;
        Assert.That(build.Lines, Has.Some.EqualTo(shown.Replace("/home/me/web", consumer.Workspace, StringComparison.Ordinal)
            .Replace("/home/me/app/", consumer.PathOf(""), StringComparison.Ordinal)));
    }

    [Test]
    public async Task It_works_beside_a_task_that_brings_an_older_Newtonsoft_Json()
    {
        using Consumer consumer = await Consumer.CreateAsync("OlderNewtonsoft");
        consumer.Write("src/backend/jobs/nightly/index.ts", "");
        consumer.Write("package.json", Sound.Replace("0 0", "0 25", StringComparison.Ordinal));
        ProcessRun build = await consumer.Dotnet("build", "App", "-p:WebstirCheckSeverity=warning");
        build.MustSucceed();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(build.Output, Does.Match("the older task: Newtonsoft.Json 12\\.0\\.0\\.0[^\n]*Task/bin[^\n]*\n[^\n]*warning WEB0403[^\n]*\n[^\n]*the older task: Newtonsoft.Json 12"));
            Assert.That(await File.ReadAllTextAsync(consumer.PathOf("App/bin/Debug/net10.0/App.deps.json")), Does.Contain("Newtonsoft.Json/13."), "The project refers to the library as well.");
        }
    }

    private Task<ProcessRun> Build(params string[] options) =>
        _consumer.Dotnet(["build", "--no-restore", "-clp:PerformanceSummary", .. options]);

    /// <summary>Lines with one of our codes, up to the code, below the workspace or the project. MSBuild says each twice: at once and at the end.</summary>
    private string[] Places(ProcessRun build) =>
    [
        .. build.Lines.Where(line => line.Contains(" WEB0", StringComparison.Ordinal))
            .Select(line => line[..(line.IndexOf(" WEB0", StringComparison.Ordinal) + 8)]
                .Replace(_consumer.Workspace + "/", "", StringComparison.Ordinal)
                .Replace(_consumer.PathOf(""), "", StringComparison.Ordinal))
            .Distinct(),
    ];

    /// <summary>What the targets took, by MSBuild's own clock.</summary>
    private static int Milliseconds(ProcessRun build) => TargetTime().Matches(build.Output).Sum(target => int.Parse(target.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("(\\d+) ms +(?:ListWebstirSources|CheckWebstirWorkspaces) ")]
    private static partial Regex TargetTime();
}
