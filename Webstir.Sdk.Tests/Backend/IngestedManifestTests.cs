using System.Text.Json.Nodes;
using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Backend;

/// <summary>The file that a deployment reads without the sources.</summary>
public sealed class IngestedManifestTests
{
    private const string Manifest = ".webstir/backend-manifest.json";

    private BackendWorkspace _workspace = null!;

    [SetUp]
    public async Task Create() => _workspace = await BackendWorkspace.CreateAsync();

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task It_holds_what_package_json_declares()
    {
        _workspace.EditModule(module =>
        {
            module["capabilities"] = new JsonArray("http", "jobs");
            module["routes"] = new JsonArray(new JsonObject { ["path"] = "/api/health", ["method"] = "GET" });
            module["jobs"] = new JsonArray(new JsonObject { ["name"] = "nightly", ["schedule"] = "0 0 * * *", ["priority"] = 5, ["owner"] = "ops" });
            module["notes"] = "stay at home";
        });
        (await _workspace.Build()).MustSucceed();
        Assert.That(_workspace.Read(Manifest), Is.EqualTo("""
            {
              "contractVersion": "1.0.0",
              "name": "shop",
              "version": "0.1.0",
              "kind": "backend",
              "capabilities": [
                "http",
                "jobs"
              ],
              "routes": [
                {
                  "path": "/api/health",
                  "method": "GET"
                }
              ],
              "views": [],
              "jobs": [
                {
                  "name": "nightly",
                  "schedule": "0 0 * * *",
                  "priority": 5,
                  "owner": "ops"
                }
              ],
              "events": [],
              "services": []
            }

            """));
    }

    [Test]
    public async Task It_is_replaced_as_a_whole_and_leaves_nothing_beside_it()
    {
        (await _workspace.Build()).MustSucceed();
        string before = _workspace.Read(Manifest);
        using var reader = new StreamReader(new FileStream(_workspace.PathOf(Manifest), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        _workspace.Replace("package.json", "\"0.1.0\"", "\"0.2.0\"");
        (await _workspace.Build()).MustSucceed();

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(before), "A reader that opened the old file reads it to its end.");
        Assert.That(_workspace.Read(Manifest), Is.EqualTo(before.Replace("0.1.0", "0.2.0", StringComparison.Ordinal)));
        Assert.That(Directory.GetFileSystemEntries(_workspace.PathOf(".webstir")).Select(path => Path.GetFileName(path)),
            Is.EquivalentTo(["backend-manifest.json", "entries", "outputs.json"]));
    }

    [TestCase("routes", """{ "path": "/" }""", "The module's 'routes' is no list. Make it a list, or remove it.")]
    [TestCase("services", "\"mail\"", "The module's 'services' is no list. Make it a list, or remove it.")]
    [TestCase("kind", "\"frontend\"", "The module's kind is \"frontend\". A backend's is \"backend\". Correct it, or remove it.")]
    [TestCase("kind", "7", "The module's kind is 7. A backend's is \"backend\". Correct it, or remove it.")]
    public async Task What_is_declared_wrongly_is_refused_and_the_file_stays_as_it_was(string member, string json, string sentence)
    {
        _workspace.Write(Manifest, "of an earlier build");
        _workspace.EditModule(module => module[member] = JsonNode.Parse(json));
        ProcessRun run = await _workspace.Build();
        Assert.That(run, Is.EqualTo(new ProcessRun(1, "", $"package.json: error WEB0605: {sentence}\n")));
        Assert.That(_workspace.Read(Manifest), Is.EqualTo("of an earlier build"));
    }

    [Test]
    public async Task A_broken_package_json_is_refused_at_its_place_and_the_file_stays_as_it_was()
    {
        _workspace.Write(Manifest, "of an earlier build");
        _workspace.Replace("package.json", "\"version\"", "version");
        ProcessRun run = await _workspace.Build();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match(@"(?m)^package\.json\(3,3\): error WEB\d{4}: "));
        Assert.That(_workspace.Read(Manifest), Is.EqualTo("of an earlier build"));
    }
}
