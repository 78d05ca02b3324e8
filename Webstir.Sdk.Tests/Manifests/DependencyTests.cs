using System.Text;
using System.Text.Json.Nodes;
using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Packages that are listed in <c>dependencies</c>.</summary>
public sealed class DependencyTests
{
    [TestCase("{\n  \"dependencies\": {\n    \"a\": \"1\",\n    \"z\": \"1\"\n  }\n}\n", "{\n  \"dependencies\": {\n    \"a\": \"1\",\n    \"m\": \"^1\",\n    \"z\": \"1\"\n  }\n}\n", TestName = "between its neighbours in a sorted list")]
    [TestCase("{\n  \"dependencies\": {\n    \"z\": \"1\"\n  }\n}\n", "{\n  \"dependencies\": {\n    \"m\": \"^1\",\n    \"z\": \"1\"\n  }\n}\n", TestName = "before a single one, as npm sorts them")]
    [TestCase("{\n  \"dependencies\": {\n    \"z\": \"1\",\n    \"a\": \"1\"\n  }\n}\n", "{\n  \"dependencies\": {\n    \"z\": \"1\",\n    \"a\": \"1\",\n    \"m\": \"^1\"\n  }\n}\n", TestName = "at the end of a list in another order")]
    [TestCase("{\n  \"dependencies\": {}\n}\n", "{\n  \"dependencies\": {\n    \"m\": \"^1\"\n  }\n}\n", TestName = "in an empty list")]
    [TestCase("{\n  \"dependencies\": {\n  }\n}\n", "{\n  \"dependencies\": {\n    \"m\": \"^1\"\n  }\n}\n", TestName = "in an empty list on two lines")]
    [TestCase("{\n  \"name\": \"x\",\n  \"devDependencies\": {\n    \"a\": \"1\"\n  }\n}\n", "{\n  \"name\": \"x\",\n  \"dependencies\": {\n    \"m\": \"^1\"\n  },\n  \"devDependencies\": {\n    \"a\": \"1\"\n  }\n}\n", TestName = "in a new list before those of the development")]
    [TestCase("{\n  \"name\": \"x\"\n}\n", "{\n  \"name\": \"x\",\n  \"dependencies\": {\n    \"m\": \"^1\"\n  }\n}\n", TestName = "in a new list at the end")]
    [TestCase("{}", "{\n  \"dependencies\": {\n    \"m\": \"^1\"\n  }\n}", TestName = "in an empty file")]
    [TestCase("{\r\n\t\"dependencies\": {\r\n\t\t\"a\": \"1\"\r\n\t}\r\n}", "{\r\n\t\"dependencies\": {\r\n\t\t\"a\": \"1\",\r\n\t\t\"m\": \"^1\"\r\n\t}\r\n}", TestName = "with tabs and CRLF")]
    [TestCase("\uFEFF{ \"dependencies\": { \"a\": \"1\" } }", "\uFEFF{ \"dependencies\": { \"a\": \"1\", \"m\": \"^1\" } }", TestName = "on one line, after a byte order mark")]
    [TestCase("{\"dependencies\":{\"a\":\"1\",\"b\":\"2\"}}", "{\"dependencies\":{\"a\":\"1\",\"b\":\"2\",\"m\":\"^1\"}}", TestName = "in a minified file")]
    [TestCase("{\"x\":[1.0,\"\\u0041\"],\"webstir\":{\"module\":{\"jobs\":[{\"name\":\"j\"}]}}}", "{\"x\":[1.0,\"\\u0041\"],\"webstir\":{\"module\":{\"jobs\":[{\"name\":\"j\"}]}},\"dependencies\":{\"m\":\"^1\"}}", TestName = "after the jobs, whose bytes stay")]
    public void A_package_is_listed_by_one_insertion(string before, string after)
    {
        ModuleManifest edited = ModuleManifest.Parse(Encoding.UTF8.GetBytes(before)).AddDependency("m", "^1");
        Assert.That(edited.ToString(), Is.EqualTo(after));
        Assert.That(edited.FindDependency("m")?.Version, Is.EqualTo("^1"));
    }

    [Test]
    public void Every_real_manifest_takes_two_packages_by_one_insertion_each()
    {
        string[] files = Directory.GetFiles(Path.Join(ProjectFolder.Tests, "Corpus", "package-json"));
        Assert.That(files, Is.Not.Empty);
        foreach (string file in files)
        {
            ModuleManifest before = ModuleManifest.Load(file);
            ModuleManifest one = before.AddDependency("bullmq-of-ours", "^6.7.0");
            ModuleManifest two = one.AddDependency("ioredis-of-ours", "^6.0.0");
            Assert.That(Insertion.Find(before.Utf8.ToArray(), one.Utf8.ToArray()), Is.Not.Null, file);
            Assert.That(Insertion.Find(one.Utf8.ToArray(), two.Utf8.ToArray()), Is.Not.Null, file);
            JsonNode wanted = JsonNode.Parse(File.ReadAllText(file))!;
            wanted["dependencies"] ??= new JsonObject();
            wanted["dependencies"]!["bullmq-of-ours"] = "^6.7.0";
            wanted["dependencies"]!["ioredis-of-ours"] = "^6.0.0";
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(two.ToString().TrimStart('\uFEFF')), wanted), file);
        }
    }

    [TestCase("{\n  \"dependencies\": [\"m\"]\n}", "WEB0107", 2, 19)]
    [TestCase("{\n  \"dependencies\": null\n}", "WEB0107", 2, 19)]
    [TestCase("{\n  \"dependencies\": {},\n  \"dependencies\": {}\n}", "WEB0106", 3, 3)]
    [TestCase("{\n  \"dependencies\": { \"m\": 1 }\n}", "WEB0107", 2, 26)]
    public void What_is_ambiguous_or_of_the_wrong_type_is_pointed_at(string json, string code, int line, int column)
    {
        Problem problem = Assert.Throws<WebstirException>(() => ModuleManifest.Parse(json).FindDependency("m"))!.Problem;
        Assert.That((problem.Code, problem.Position), Is.EqualTo((code, new TextPosition(line, column))));
    }

    [TestCase("{\"m\":\"^2\"}", Description = "another version")]
    [TestCase("{\"n\":\"^1\"}", Description = "another package")]
    [TestCase("{\"m\":\"^1\",\"n\":\"^1\"}", Description = "two packages")]
    public void An_edit_that_lists_something_else_is_refused(string list)
    {
        var before = ManifestScan.Of(ManifestText.Of("{\"dependencies\":{}}", "package.json"));
        var edit = new TextEdit("{\"dependencies\":".Length, 2, Encoding.UTF8.GetBytes(list));
        Child members = DependencyList.Read(before.Text, before.Map.Root).List!.Value;
        var proof = new EditProof(before, before.With(edit), edit);
        Assert.That(Assert.Throws<WebstirException>(() => proof.AddedDependency("m", "^1", members))!.Problem.Code, Is.EqualTo("WEB0111"));
    }
}
