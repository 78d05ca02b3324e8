using Newtonsoft.Json.Linq;
using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Documents;

/// <summary>Every block of code in the README is true. What a new block needs is said by the test that fails on it.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Blocks with <c>$</c> are one session, played from top to bottom in a workspace "demo 1.0.0"; what they show must be printed.</item>
/// <item>Blocks of commands alone are each played in an empty folder; every command must succeed.</item>
/// <item><c>ts</c> blocks are files, and <c>json</c> blocks that list jobs are parts of package.json, as the session leaves them.</item>
/// <item><c>csharp</c> blocks are programs, run on that workspace.</item>
/// <item>What takes long, or does not end, is named in <see cref="Elsewhere"/>, by its command line or the whole block.</item>
/// </list>
/// </remarks>
[Platform("Linux")]
public sealed class ReadmeTests
{
    /// <summary>Where the README says that a workspace is.</summary>
    private const string ShownWorkspace = "/path/to/workspace";

    private const string Install = "npm install";

    /// <summary>Commands, or blocks, that are not played here, and what covers them.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["dotnet run --project Webstir.Cli -- smoke"] = "SmokeTests",
        ["dotnet test"] = "this very run",
        ["webstir watch --runtime backend"] = "WatchTests: it does not end by itself",
        ["dotnet publish Webstir.Cli -c Release -r linux-x64 -o somewhere"] = "NativeExecutable",
        ["(cd templates && npm ci)"] = "TemplateTests",
        ["dotnet run -c Release --project Webstir.Sdk.Benchmarks -- ratios"] = "takes minutes; run by hand for the table of ratios",
        ["""
            <ItemGroup>
              <PackageReference Include="Webstir.Sdk" Version="0.1.0" PrivateAssets="all" IncludeAssets="build" />
              <WebstirWorkspace Include="../web" />
            </ItemGroup>
            """] = "CheckedBuildTests",
        ["""
            /home/me/web/package.json(7,45): error WEB0403: Job 'nightly': Invalid schedule '0 25 * * *': Hour 25 is outside 0-23. Run 'webstir check-schedule' on it to see more. [/home/me/app/App.csproj]
            """] = "CheckedBuildTests",
        ["""
            webstir add-worker
            npm install
            webstir build --runtime backend
            REDIS_URL=redis://127.0.0.1:6379 node build/backend/jobs/worker.js
            """] = "WorkerTests",
        ["dotnet tool install --global Webstir.Cli"] = "ToolTests",
        ["dnx Webstir.Cli -- add-job nightly --schedule \"0 0 * * *\""] = "ToolTests",
        ["dotnet build -c Release"] = "the build of this run, in another configuration",
        ["dotnet pack Webstir.Sdk -c Release --no-build -o feed"] = "PackageFeed",
        ["dotnet pack Webstir.Cli -c Release -r linux-x64 -o feed"] = "PackageFeed",
        ["dotnet pack Webstir.Cli -c Release -r any -o feed"] = "PackageFeed",
        ["dotnet pack Webstir.Cli -c Release -o feed"] = "PackageFeed",
        ["dotnet tool restore"] = "PackageContentTests",
        ["dotnet CycloneDX Webstir.Sdk/Webstir.Sdk.csproj --exclude-dev --no-serial-number --set-type Library --set-version 0.1.0 --output feed"] = "PackageContentTests",
        ["dotnet test --logger \"console;verbosity=detailed\" -- NUnit.Where=\"cat == Reliability\""] = "ReliabilityFigures; shorter forms in every run",
    };

    private static readonly string Readme = File.ReadAllText(Path.Join(ProjectFolder.Repository, "README.md"));

    private static readonly CodeBlock[] Blocks = [.. CodeBlock.In(Readme)];

    private ScratchShell _demo = null!;
    private IReadOnlyList<ScratchShell.Outcome> _outcomes = [];

    private static IEnumerable<TestCaseData> Sessions => Named(IsSession);

    private static IEnumerable<TestCaseData> Commands => Named(block => IsShell(block) && !IsSession(block) && !IsElsewhere(block));

    private static IEnumerable<TestCaseData> Programs => Named(block => block.Language == "csharp");

    private static IEnumerable<TestCaseData> Sources => Named(block => block.Language == "ts");

    private static IEnumerable<TestCaseData> Manifests => Named(block => block.Language == "json");

    [OneTimeSetUp]
    public async Task Play_the_session()
    {
        _demo = new ScratchShell();
        _outcomes = await _demo.PlayAsync(ShellSession.Read(string.Join('\n', Blocks.Where(IsSession).Select(block => block.Text))));
    }

    [OneTimeTearDown]
    public void Remove() => _demo?.Dispose();

    [TestCaseSource(nameof(Sessions))]
    public void Session_prints_what_is_shown(int line)
    {
        int before = Blocks.Where(block => IsSession(block) && block.Line < line).Sum(block => ShellSession.Read(block.Text).Steps.Count);
        IEnumerable<ScratchShell.Outcome> outcomes = _outcomes.Skip(before).Take(ShellSession.Read(Block(line).Text).Steps.Count);
        Assert.That(outcomes.Where(outcome => !outcome.IsAsShown).Select(outcome => outcome.Report), Is.Empty, Place(line));
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Commands_succeed(int line)
    {
        ShellSession session = ShellSession.Read(Block(line).Text);
        string[] commands = [.. session.Steps.Select(step => step.Command).Where(command => !Elsewhere.ContainsKey(command))];
        string link = commands.Contains(Install) ? $"ln -s '{await NodePrograms.PackagesAsync()}' node_modules" : "";
        using var shell = new ScratchShell();
        IReadOnlyList<ScratchShell.Outcome> outcomes = await shell.PlayAsync(
            new ShellSession([.. commands.Select(command => new ShellSession.Step(command == Install ? link : command, []))]), folder: "empty");
        Assert.That(outcomes.Where(outcome => outcome.ExitCode != 0).Select(outcome => outcome.Report), Is.Empty,
            $"{Place(line)}: a command does not succeed. Correct it; if it takes long or does not end, name it in {nameof(ReadmeTests)}.{nameof(Elsewhere)} with the test that covers it.");
    }

    [TestCaseSource(nameof(Programs))]
    public async Task Program_compiles_and_runs(int line)
    {
        using var shell = new ScratchShell();
        using var program = new TemporaryFolder();
        string[] libraries = [.. typeof(JobScaffolder).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Append("Webstir.Sdk").Select(PathOf).Where(File.Exists)];
        program.Write("Program.cs", System.Text.Encoding.UTF8.GetBytes(Block(line).Text.Replace(ShownWorkspace, shell.Root, StringComparison.Ordinal)));
        program.Write("Program.csproj", System.Text.Encoding.UTF8.GetBytes($"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(libraries.Select(path => $"<Reference Include=\"{path}\" />"))}
              </ItemGroup>
            </Project>
            """));
        ProcessRun run = (await ProcessRun.Of("dotnet", ["run"], program.Root, ("CI", ""))).MustSucceed();
        Assert.That(run.Output, Is.Not.Empty, $"{Place(line)}: the program prints nothing, so nobody can see that it worked.");
    }

    [TestCaseSource(nameof(Sources))]
    public void Source_is_a_file_that_the_session_made(int line) => Assert.That(
        Directory.EnumerateFiles(_demo.Root, "*.ts", SearchOption.AllDirectories).Select(File.ReadAllText), Has.Some.EqualTo(Block(line).Text + "\n"),
        $"{Place(line)}: no source in the workspace of the session has this text.");

    [TestCaseSource(nameof(Manifests))]
    public void Part_of_a_manifest_is_one_that_is_accepted_and_its_jobs_are_what_the_session_made(int line)
    {
        string text = Block(line).Text;
        string json = text.TrimStart().StartsWith('{') ? text : $"{{{text}}}";
        var manifest = ModuleManifest.Parse(json);
        Assert.That(JObject.Parse(json)["webstir"], Is.Not.Null, $"{Place(line)}: this is no part of a package.json that concerns Webstir.");
        bool isShown = manifest.Jobs.Count > 0 || manifest.Schedulers is { Count: > 0 } || manifest.ExportSettings.Count > 0;
        Assert.That(isShown, $"{Place(line)}: the block shows no jobs, no schedulers and no settings for exports.");
        if (manifest.Jobs.Count > 0)
            Assert.That(File.ReadAllText(_demo.PathOf("package.json")), Does.Contain(text), Place(line));
    }

    [Test]
    public void Each_block_is_of_a_kind_that_is_tested()
    {
        IEnumerable<CodeBlock> tested = new[] { Sessions, Commands, Programs, Sources, Manifests }.SelectMany(cases => cases).Select(test => Block((int)test.Arguments[0]!));
        IEnumerable<string> others = from block in Blocks.Except(tested)
                                     where !IsElsewhere(block)
                                     select $"{Place(block.Line)}: nothing tests a block of the language '{block.Language}'. Add a test, or name the block in {nameof(ReadmeTests)}.{nameof(Elsewhere)} with the test that covers it.";
        Assert.That(others, Is.Empty);
    }

    [Test]
    public void Each_command_that_is_covered_elsewhere_is_in_the_README() =>
        Assert.That(Elsewhere.Keys.Where(text => !Blocks.Any(block => block.Text == text || block.Text.Split('\n').Contains(text))), Is.Empty, $"Remove it from {nameof(ReadmeTests)}.{nameof(Elsewhere)}.");

    private static IEnumerable<TestCaseData> Named(Func<CodeBlock, bool> isWanted) =>
        Blocks.Where(isWanted).Select(block => new TestCaseData(block.Line).SetArgDisplayNames($"line {block.Line}"));

    private static CodeBlock Block(int line) => Blocks.Single(block => block.Line == line);

    private static bool IsElsewhere(CodeBlock block) =>
        Elsewhere.ContainsKey(block.Text) || (IsShell(block) && block.Text.Split('\n').All(line => line.Length == 0 || Elsewhere.ContainsKey(line)));

    /// <summary>Where an editor finds the block.</summary>
    private static string Place(int line) => $"README.md({line})";

    private static bool IsShell(CodeBlock block) => block.Language is "" or "sh" or "bash" or "console";

    private static bool IsSession(CodeBlock block) => IsShell(block) && ShellSession.IsIn(block.Text);

    private static string PathOf(string library) => Path.Join(TestContext.CurrentContext.TestDirectory, library + ".dll");
}
