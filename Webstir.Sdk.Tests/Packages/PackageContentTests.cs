using System.IO.Compression;
using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace Webstir.Sdk.Tests.Packages;

/// <summary>What the packages hold and say of themselves.</summary>
[Platform("Linux")]
public sealed class PackageContentTests
{
    /// <summary>Version of this build's packages.</summary>
    public static string Version { get; } = typeof(ModuleManifest).Assembly.GetName().Version!.ToString(3);

    /// <summary>1 January 2026.</summary>
    private const string Epoch = "1767225600";

    private static readonly string[] Packages = ["Webstir.Sdk", "Webstir.Cli", "Webstir.Cli.any", "Webstir.Cli.linux-x64"];

    [OneTimeSetUp]
    public async Task Pack()
    {
        await PackageFeed.LibraryAsync();
        await PackageFeed.ToolAsync();
    }

    [Test]
    public Task The_packages_hold_these_files_and_no_others() => Snapshots.Verify(string.Concat(
        Packages.Select(name => $"{name}.nupkg\n{Files($"{name}.{Version}.nupkg")}\n").Append($"Webstir.Sdk.snupkg\n{Files($"Webstir.Sdk.{Version}.snupkg")}")));

    [Test]
    public void The_feed_holds_these_packages_and_no_others() => Assert.That(
        Directory.EnumerateFiles(PackageFeed.Folder).Select(Path.GetFileName),
        Is.EquivalentTo(Packages.Select(name => $"{name}.{Version}.nupkg").Append($"Webstir.Sdk.{Version}.snupkg")));

    [TestCaseSource(nameof(Packages))]
    public void A_package_says_what_it_is_and_where_it_comes_from(string name)
    {
        XElement metadata = Nuspec(name);
        XElement repository = Child(metadata, "repository");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(metadata, "id"), Is.EqualTo(name));
            Assert.That(Text(metadata, "license"), Is.EqualTo("MIT"));
            Assert.That(Text(metadata, "readme"), Is.EqualTo("README.md"));
            Assert.That(Text(metadata, "icon"), Is.EqualTo("icon.png"));
            Assert.That(Text(metadata, "tags"), Does.Contain("webstir"));
            Assert.That(Text(metadata, "description"), Is.Not.Empty);
            Assert.That(Text(metadata, "releaseNotes"), Does.Contain("ModuleManifest"));
            Assert.That((string?)repository.Attribute("url"), Does.StartWith("https://github.com/"));
            Assert.That((string?)repository.Attribute("commit"), Does.Match("^[0-9a-f]{40}$"));
            Assert.That(repository.Attribute("branch"), Is.Null, "A commit's package is the same from any branch.");
        }
    }

    [Test]
    public void The_library_depends_on_what_it_refers_to_and_the_tool_on_nothing()
    {
        IEnumerable<string> references = typeof(ModuleManifest).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        string[] dependencies = Dependencies("Webstir.Sdk");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dependencies, Is.EqualTo(["CliWrap", "NCrontab", "Newtonsoft.Json", "Scriban.Signed"]), "No pinned version of a transitive package is among them.");
            Assert.That(dependencies, Is.SubsetOf(references));
            Assert.That(Packages.Skip(1).SelectMany(Dependencies), Is.Empty);
        }
    }

    [Test]
    public async Task Two_packs_of_one_commit_are_equal_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        string[] packs = [folder.PathOf("one"), folder.PathOf("two")];
        foreach (string pack in packs)
            await PackageFeed.PackLibraryAsync(pack, ("SOURCE_DATE_EPOCH", Epoch));
        foreach (string file in new[] { $"Webstir.Sdk.{Version}.nupkg", $"Webstir.Sdk.{Version}.snupkg" })
            Assert.That(Hash(Path.Join(packs[1], file)), Is.EqualTo(Hash(Path.Join(packs[0], file))), file);
    }

    [Test]
    public void The_symbols_lead_to_the_sources_of_the_commit()
    {
        using ZipArchive package = Open($"Webstir.Sdk.{Version}.snupkg");
        using var symbols = new MemoryStream();
        package.GetEntry("lib/net10.0/Webstir.Sdk.pdb")!.Open().CopyTo(symbols);
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        var sourceLink = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        IEnumerable<string> links = from handle in reader.CustomDebugInformation
                                    let information = reader.GetCustomDebugInformation(handle)
                                    where reader.GetGuid(information.Kind) == sourceLink
                                    select Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value));
        Assert.That(links.Single(), Does.Match("https://raw\\.githubusercontent\\.com/[^/]+/[^/]+/[0-9a-f]{40}/\\*"));
    }

    [Test]
    public async Task The_bill_of_materials_lists_what_the_library_depends_on_with_its_hash()
    {
        using var folder = new TemporaryFolder();
        (await ProcessRun.Of("dotnet", ["tool", "restore"], ProjectFolder.Repository)).MustSucceed();
        string[] write = ["CycloneDX", "Webstir.Sdk/Webstir.Sdk.csproj", "--exclude-dev", "--disable-package-restore", "--output-format", "Json", "--output", folder.Root];
        (await ProcessRun.Of("dotnet", write, ProjectFolder.Repository)).MustSucceed();
        JToken components = JObject.Parse(await File.ReadAllTextAsync(folder.PathOf("bom.json")))["components"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(components.Select(component => (string?)component["name"]), Is.EqualTo(Dependencies("Webstir.Sdk")));
            Assert.That(components.Select(component => (string?)component["hashes"]?[0]?["content"]), Has.All.Length.EqualTo(128));
        }
    }

    private static string Files(string package)
    {
        using ZipArchive archive = Open(package);
        return string.Concat(archive.Entries.Select(entry => $"  {entry.FullName}\n").Order(StringComparer.Ordinal));
    }

    private static XElement Nuspec(string name)
    {
        using ZipArchive archive = Open($"{name}.{Version}.nupkg");
        using Stream stream = archive.GetEntry($"{name}.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string[] Dependencies(string name) =>
        [.. Nuspec(name).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!)];

    private static XElement Child(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

    private static string Text(XElement metadata, string name) => Child(metadata, name).Value;

    private static ZipArchive Open(string package) => ZipFile.OpenRead(PackageFeed.PathOf(package));

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
