namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The package as another program meets it: restored from a feed, without this repository's settings.</summary>
public sealed class PackedSdkTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Webstir.Sdk" Version="*-*" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Webstir.Sdk;
        using Webstir.Sdk.Jobs;

        var job = new JobDefinition { Name = JobName.Parse("nightly"), Schedule = "0 0 * * *", Priority = JobPriority.Parse("5") };
        var result = new JobScaffolder(args[0]).AddJob(job);
        Console.Write($"{result.IsApplied}: {string.Join(", ", result.Plan.Changes.Select(change => $"{change.Kind} {change.Path}"))}");
        """;

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("webstir-packed-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_program_that_references_the_packed_library_adds_a_job()
    {
        string workspace = Directory.CreateDirectory(Path.Join(_folder, "workspace", "src", "backend")).Parent!.Parent!.FullName;
        await File.WriteAllTextAsync(Path.Join(workspace, "package.json"), "{\n  \"name\": \"demo\"\n}\n");
        string app = await CreateApp();
        await Pack(Path.Join(_folder, "feed"));

        ProcessRun run = await ProcessRun.Of("dotnet", ["run", "--", workspace], app, ("NUGET_PACKAGES", Path.Join(_folder, "packages")), ("CI", ""));

        run.MustSucceed();
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Is.EqualTo("True: Create src/backend/jobs/nightly/index.ts, Update package.json"));
            Assert.That(File.Exists(Path.Join(workspace, "src/backend/jobs/nightly/index.ts")), Is.True);
            Assert.That(ModuleManifest.Load(Path.Join(workspace, "package.json")).Jobs.Select(job => job.Name.Value), Is.EqualTo(["nightly"]));
        });
    }

    private static async Task Pack(string feed) => (await ProcessRun.Of(
        "dotnet", ["pack", "Webstir.Sdk", "--no-build", "-c", ProjectFolder.Configuration, "-o", feed], ProjectFolder.Repository)).MustSucceed();

    private async Task<string> CreateApp()
    {
        string app = Directory.CreateDirectory(Path.Join(_folder, "app")).FullName;
        await File.WriteAllTextAsync(Path.Join(app, "App.csproj"), Project);
        await File.WriteAllTextAsync(Path.Join(app, "Program.cs"), Program);
        await File.WriteAllTextAsync(Path.Join(app, "nuget.config"), """
            <configuration>
              <packageSources>
                <add key="packed" value="../feed" />
              </packageSources>
            </configuration>
            """);
        return app;
    }
}
