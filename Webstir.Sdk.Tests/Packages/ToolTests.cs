using System.IO.Compression;

namespace Webstir.Sdk.Tests.Packages;

/// <summary>The command as a .NET tool, installed from a folder.</summary>
[Platform("Linux")]
public sealed class ToolTests
{
    private const int MaxNativePackage = 7_000_000;

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        await PackageFeed.ToolAsync();
        _folder = new TemporaryFolder();
        _folder.Write("web/package.json", "{}"u8);
        Directory.CreateDirectory(_folder.PathOf("web/src/backend"));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task Installed_from_a_folder_it_is_the_native_command()
    {
        (await Dotnet("tool", "install", "Webstir.Cli", "--tool-path", _folder.PathOf("tools"), "--source", PackageFeed.Folder)).MustSucceed();
        ProcessRun run = await ProcessRun.Of(_folder.PathOf("tools/webstir"), ["add-job", "installed"], _folder.PathOf("web"));
        Assert.That(run.MustSucceed().Lines[0], Does.StartWith("CREATE src/backend/jobs/installed/index.ts"));
        Assert.That(Directory.EnumerateFiles(_folder.PathOf("tools"), "*.dll", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Dnx_runs_it_without_installing_it()
    {
        ProcessRun run = await Dotnet("dnx", "Webstir.Cli", "--yes", "--source", PackageFeed.Folder, "--", "add-job", "passing");
        Assert.That(run.MustSucceed().Lines[0], Does.StartWith("CREATE src/backend/jobs/passing/index.ts"));
    }

    [Test]
    public async Task The_portable_one_runs_on_any_patch_of_the_runtime()
    {
        string folder = _folder.PathOf("portable");
        await ZipFile.ExtractToDirectoryAsync(PackageFeed.PathOf($"Webstir.Cli.any.{PackageContentTests.Version}.nupkg"), folder);
        string command = Path.Join(folder, "tools/net10.0/any/webstir.dll");
        ProcessRun run = await Dotnet(command, "add-job", "portable");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.MustSucceed().Lines[0], Does.StartWith("CREATE src/backend/jobs/portable/index.ts"));
            Assert.That(await File.ReadAllTextAsync(Path.ChangeExtension(command, ".runtimeconfig.json")), Does.Contain("\"version\": \"10.0.0\"").And.Contain("\"rollForward\": \"Major\""));
        }
    }

    [Test]
    public void The_native_package_has_at_most_7_MB() =>
        Assert.That(new FileInfo(PackageFeed.PathOf($"Webstir.Cli.linux-x64.{PackageContentTests.Version}.nupkg")).Length, Is.LessThanOrEqualTo(MaxNativePackage));

    private Task<ProcessRun> Dotnet(params string[] arguments) =>
        ProcessRun.Of("dotnet", arguments, _folder.PathOf("web"), ("NUGET_PACKAGES", PackageFeed.Restored), ("CI", ""));
}
