using System.Text;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests;

public class ModuleManifestTests
{
    private const string Nightly = """
        {
          "name": "package", "version": "1.0.0",
          "webstir": { "module": { "name": "module", "jobs": [
            { "name": "nightly", "schedule": "0 0 * * *", "description": "2026-11-24T00:00:00Z", "priority": 5, "owner": { "team": "ops" }, "since": "2026-01-02" },
            { "name": "Weekly", "priority": "low" }
          ] } }
        }
        """;

    [TestCase("{}")]
    [TestCase("\uFEFF{ \"a\" : 1e400,\r\n\t\"\\u0061\": \"\\ud800\" }\r\n\r\n")]
    [TestCase("""{"webstir":{"module":{"jobs":[{"name":"a","priority":1.0}]}}}""")]
    public void A_manifest_that_is_not_edited_is_its_input_byte_for_byte(string json)
    {
        ModuleManifest manifest = ModuleManifest.Parse(json);
        Assert.That(manifest.ToString(), Is.EqualTo(json));
        Assert.That(manifest.Utf8.ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(json)));
    }

    [Test]
    public void A_file_is_read_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = "\uFEFF{\t\"webstir\": {}}\r"u8.ToArray();
        string path = folder.Write("package.json", bytes);
        Assert.That(ModuleManifest.Load(path).Utf8.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public void A_file_that_does_not_exist_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("package.json");
        WebstirException error = Assert.Throws<WebstirException>(() => ModuleManifest.Load(path))!;
        Assert.That(error.Problem, Has.Property("Code").EqualTo("WEB0202").And.Property("Path").EqualTo(path));
    }

    [Test]
    public void Problems_name_the_path_that_was_read()
    {
        WebstirException error = Assert.Throws<WebstirException>(() => ModuleManifest.Parse("[]", "some/package.json"))!;
        Assert.That(error.Message, Does.StartWith("some/package.json(1,1): error WEB0104: "));
    }

    [Test]
    public void Jobs_stand_in_the_order_of_the_list()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        Assert.That(manifest.Jobs, Is.EqualTo(new[]
        {
            Build.Job("nightly", "0 0 * * *", "2026-11-24T00:00:00Z", "5"),
            Build.Job("Weekly", priority: "low"),
        }));
    }

    [TestCase("""{}""", 0)]
    [TestCase("""{"webstir":{"module":{"jobs":[{"name":"a"}]}}}""", 1, Description = "The documented key")]
    [TestCase("""{"webstir":{"moduleManifest":{"jobs":[{"name":"a"}]}}}""", 1, Description = "The newer key")]
    [TestCase("""{"webstir":{"module":{},"moduleManifest":{"jobs":[{"name":"a"}]}}}""", 1, Description = "Of two, the one with jobs")]
    [TestCase("""{"webstir":{"moduleManifest":{},"module":{"jobs":[{"name":"a"}]}}}""", 1)]
    [TestCase("""{"web\u0073tir":{"mod\u0075le":{"\u006aobs":[{"n\u0061me":"a"}]}}}""", 1, Description = "Keys may be spelled with escapes")]
    [TestCase("""{"webstir.module":{"jobs":[{"name":"a"}]}}""", 0, Description = "A dot in a key is no path")]
    [TestCase("""{"webstir.module.jobs":[{"name":"a"}],"module":{"jobs":[{"name":"a"}]}}""", 0)]
    [TestCase("""{"Webstir":{"Module":{"Jobs":[{"name":"a"}]}}}""", 0, Description = "Keys are case-sensitive")]
    public void Jobs_are_found_by_the_key_rule(string json, int count) =>
        Assert.That(ModuleManifest.Parse(json).Jobs, Has.Count.EqualTo(count));

    [TestCase("""{}""", "module")]
    [TestCase("""{"webstir":{}}""", "module")]
    [TestCase("""{"webstir":{"module":{}}}""", "module")]
    [TestCase("""{"webstir":{"moduleManifest":{}}}""", "moduleManifest")]
    [TestCase("""{"webstir":{"module":{},"moduleManifest":{}}}""", "module")]
    [TestCase("""{"webstir":{"module":{},"moduleManifest":{"jobs":[]}}}""", "moduleManifest")]
    [TestCase("""{"webstir":{"module":{"jobs":[]},"moduleManifest":{}}}""", "module")]
    public void A_job_is_written_by_the_key_rule(string json, string key)
    {
        JObject root = JObject.Parse(ModuleManifest.Parse(json).AddJob(Build.Job("a")).ToString());
        Assert.That((string?)root["webstir"]![key]!["jobs"]![0]!["name"], Is.EqualTo("a"));
    }

    [TestCase("""{"name":"p","version":"1","webstir":{"module":{"name":"m","version":"2"}}}""", "m", "2")]
    [TestCase("""{"name":"p","version":"1","webstir":{"moduleManifest":{"name":"m"}}}""", "m", "1")]
    [TestCase("""{"name":"p","version":"1"}""", "p", "1")]
    [TestCase("""{"name":"first","name":"p\u00fc"}""", "pü", null, Description = "Of two, the last, as JavaScript reads it")]
    [TestCase("""{"name":7,"version":null,"webstir":{"module":{"version":{}}}}""", null, null)]
    public void Name_and_version_are_the_modules_own_else_the_packages(string json, string? name, string? version)
    {
        ModuleManifest manifest = ModuleManifest.Parse(json);
        Assert.That(new[] { manifest.Name, manifest.Version }, Is.EqualTo(new[] { name, version }));
    }

    [Test]
    public void A_job_is_found_ignoring_case()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        Assert.That(manifest.FindJob(JobName.Parse("WEEKLY")), Is.EqualTo(Build.Job("Weekly", priority: "low")));
        Assert.That(manifest.FindJob(JobName.Parse("monthly")), Is.Null);
        Assert.That(manifest.FindEntry(JobName.Parse("monthly")), Is.Null);
    }

    [Test]
    public void An_entry_is_found_with_its_unknown_members_and_dates_stay_text()
    {
        JObject entry = ModuleManifest.Parse(Nightly).FindEntry(JobName.Parse("nightly"))!;
        Assert.That((string?)entry["owner"]!["team"], Is.EqualTo("ops"));
        Assert.That(new[] { entry["description"]!, entry["since"]! }, Has.All.Property("Type").EqualTo(JTokenType.String));
        Assert.That((string?)entry["description"], Is.EqualTo("2026-11-24T00:00:00Z"));
    }

    [Test]
    public void A_found_entry_is_a_copy()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        manifest.FindEntry(JobName.Parse("nightly"))!.RemoveAll();
        Assert.That(manifest.FindEntry(JobName.Parse("nightly")), Is.Not.Empty);
    }

    [TestCase("nightly")]
    [TestCase("NIGHTLY")]
    public void A_job_that_is_listed_is_not_added_again(string name)
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        WebstirException error = Assert.Throws<WebstirException>(() => manifest.AddJob(Build.Job(name)))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0302"));
        Assert.That(error.Problem.Position, Is.EqualTo(new TextPosition(4, 5)), "It stands there.");
    }

    [Test]
    public void A_job_that_is_not_listed_is_neither_updated_nor_removed()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        string update = Assert.Throws<WebstirException>(() => manifest.UpdateJob(Build.Job("monthly")))!.Problem.Code;
        string removal = Assert.Throws<WebstirException>(() => manifest.RemoveJob(JobName.Parse("monthly")))!.Problem.Code;
        Assert.That(new[] { update, removal }, Has.All.EqualTo("WEB0303"));
    }

    [Test]
    public void An_update_that_changes_nothing_returns_the_same_manifest()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        Assert.That(manifest.UpdateJob(manifest.Jobs[0]), Is.SameAs(manifest));
    }

    /// <summary>A number spelled differently, escapes, odd spacing and unknown members: none of it is the update's business.</summary>
    [TestCase("1 * * * *", "d", "5", """{"name":"a" , "x" : [1, 2],"schedule":"1 * * * *", "descripti\u006fn": "\u0064","priority":5e0, "schedule2":null}""")]
    [TestCase("* * * * *", "new", "5", """{"name":"a" , "x" : [1, 2],"schedule":"* * * * *", "descripti\u006fn": "new","priority":5e0, "schedule2":null}""")]
    [TestCase("* * * * *", "d", "6", """{"name":"a" , "x" : [1, 2],"schedule":"* * * * *", "descripti\u006fn": "\u0064","priority":6, "schedule2":null}""")]
    [TestCase("* * * * *", "d", null, """{"name":"a" , "x" : [1, 2],"schedule":"* * * * *", "descripti\u006fn": "\u0064", "schedule2":null}""")]
    [TestCase(null, "d", "5", """{"name":"a" , "x" : [1, 2], "descripti\u006fn": "\u0064","priority":5e0, "schedule2":null}""")]
    public void An_update_touches_the_bytes_of_the_changed_members_only(string? schedule, string? description, string? priority, string expected)
    {
        const string Entry = """{"name":"a" , "x" : [1, 2],"schedule":"* * * * *", "descripti\u006fn": "\u0064","priority":5e0, "schedule2":null}""";
        ModuleManifest manifest = ModuleManifest.Parse(List(Entry));
        JobPriority? number = priority == "5" ? manifest.Jobs[0].Priority : priority is null ? null : JobPriority.Parse(priority);
        ModuleManifest updated = manifest.UpdateJob(Build.Job("a", schedule, description) with { Priority = number });
        Assert.That(updated.ToString(), Is.EqualTo(List(expected)));
    }

    [Test]
    public void Half_a_surrogate_pair_survives_in_names_and_values()
    {
        const string Json = """{"\ud800":"\udc00","webstir":{"module":{"\udfff":1,"jobs":[{"name":"a","description":"\ud800x","\ud801":"\udc01"}]}}}""";
        ModuleManifest manifest = ModuleManifest.Parse(Json);
        Assert.That(manifest.Jobs[0].Description, Is.EqualTo("\ud800x"));
        ModuleManifest edited = manifest.AddJob(Build.Job("b", description: "\udc00"));
        Assert.That(edited.Jobs[1].Description, Is.EqualTo("\udc00"));
        Assert.That(edited.RemoveJob(JobName.Parse("b")).ToString(), Is.EqualTo(Json));
    }

    [Test]
    public void A_member_named_proto_is_a_member_like_any_other()
    {
        const string Json = """{"__proto__":{"webstir":1},"webstir":{"__proto__":{"jobs":1},"module":{"jobs":[{"name":"a","__proto__":{"name":"x"}}]}}}""";
        ModuleManifest manifest = ModuleManifest.Parse(Json);
        Assert.That(manifest.Jobs, Is.EqualTo(new[] { Build.Job("a") }));
        Assert.That(manifest.FindEntry(JobName.Parse("a"))!["__proto__"]!["name"]!.Value<string>(), Is.EqualTo("x"));
    }

    [Test]
    public void Editing_leaves_the_manifest_it_started_from_alone()
    {
        ModuleManifest manifest = ModuleManifest.Parse(Nightly);
        manifest.AddJob(Build.Job("other"));
        manifest.RemoveJob(JobName.Parse("nightly"));
        Assert.That(manifest.ToString(), Is.EqualTo(Nightly));
        Assert.That(manifest.Jobs, Has.Count.EqualTo(2));
    }

    private static string List(string entry) => """{"webstir":{"module":{"jobs":[ """ + entry + " ]}}}";
}
