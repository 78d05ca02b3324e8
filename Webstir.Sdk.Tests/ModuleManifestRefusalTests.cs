using System.Text;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests;

/// <summary>What is refused, with its code and its place.</summary>
public class ModuleManifestRefusalTests
{
    [TestCase("{ // comment\n}", "WEB0101", 1, 3)]
    [TestCase("{ /* comment */ }", "WEB0101", 1, 3)]
    [TestCase("{}\n// comment", "WEB0101", 2, 1)]
    [TestCase("{\n  \"a\": 1,\n}", "WEB0101", 3, 1, Description = "Trailing comma in an object")]
    [TestCase("{\"a\": [1, ]}", "WEB0101", 1, 11, Description = "Trailing comma in a list")]
    [TestCase("{\"a\":,}", "WEB0101", 1, 6)]
    [TestCase("{,}", "WEB0101", 1, 2)]
    [TestCase("{'a': 1}", "WEB0101", 1, 2)]
    [TestCase("{a: 1}", "WEB0101", 1, 2)]
    [TestCase("{\"a\" 1}", "WEB0101", 1, 6)]
    [TestCase("{\"a\": 1 \"b\": 2}", "WEB0101", 1, 9)]
    [TestCase("{\"a\": NaN}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": Infinity}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": undefined}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": True}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": 01}", "WEB0101", 1, 8)]
    [TestCase("{\"a\": 0x1}", "WEB0101", 1, 8)]
    [TestCase("{\"a\": 1.}", "WEB0101", 1, 9)]
    [TestCase("{\"a\": .5}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": +1}", "WEB0101", 1, 7)]
    [TestCase("{\"a\": \"tab\there\"}", "WEB0101", 1, 11)]
    [TestCase("{\"a\": \"line\nbreak\"}", "WEB0101", 1, 12)]
    [TestCase("{\"a\": \"nul\0\"}", "WEB0101", 1, 11)]
    [TestCase("{\"a\": \"\\x41\"}", "WEB0101", 1, 9)]
    [TestCase("{\"a\": \"\\u12g4\"}", "WEB0101", 1, 12)]
    [TestCase("{\"a\": \"open}", "WEB0101", 1, 13)]
    [TestCase("{\"a\": 1", "WEB0101", 1, 8)]
    [TestCase("{\n\n", "WEB0101", 3, 1)]
    [TestCase("{\"a\": 1}}", "WEB0101", 1, 9)]
    [TestCase("{\"a\": 1]", "WEB0101", 1, 8)]
    [TestCase("{} {}", "WEB0101", 1, 4)]
    [TestCase("{\v}", "WEB0101", 1, 2)]
    [TestCase("{\u00a0}", "WEB0101", 1, 2)]
    [TestCase("{\u2028}", "WEB0101", 1, 2)]
    [TestCase("\uFEFF\uFEFF{}", "WEB0101", 1, 1, Description = "One byte order mark is enough")]
    [TestCase("{\"\u00fc\ud83d\ude00\": x}", "WEB0101", 1, 9, Description = "Columns count UTF-16 units")]
    [TestCase("\uFEFF{x", "WEB0101", 1, 2, Description = "A byte order mark has no column")]
    [TestCase("{\r\n\tx", "WEB0101", 2, 2)]
    [TestCase("", "WEB0103", 0, 0)]
    [TestCase("\uFEFF", "WEB0103", 0, 0)]
    [TestCase(" \r\n\t", "WEB0103", 0, 0)]
    [TestCase("[]", "WEB0104", 1, 1)]
    [TestCase("\n  \"text\"", "WEB0104", 2, 3)]
    [TestCase("7", "WEB0104", 1, 1)]
    [TestCase("null", "WEB0104", 1, 1)]
    [TestCase("[1, x", "WEB0101", 1, 5, Description = "That it is no JSON comes first")]
    public void No_JSON_object(string json, string code, int line, int column) => Refused(Encoding.UTF8.GetBytes(json), code, line, column);

    [TestCase("{\"webstir\": {}, \"webstir\": {}}", "WEB0106", 1, 17)]
    [TestCase("{\"webstir\": {},\n \"web\\u0073tir\": {}}", "WEB0106", 2, 2, Description = "The same key, spelled with an escape")]
    [TestCase("{\"webstir\": {\"module\": {}, \"module\": {}}}", "WEB0106", 1, 28)]
    [TestCase("{\"webstir\": {\"moduleManifest\": {}, \"moduleManifest\": {}}}", "WEB0106", 1, 36)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [], \"jobs\": []}}}", "WEB0106", 1, 37)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\", \"name\": \"b\"}]}}}", "WEB0106", 1, 48)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\", \"schedule\": \"\", \"schedule\": \"\"}]}}}", "WEB0106", 1, 64)]
    [TestCase("{\"webstir\": []}", "WEB0107", 1, 13)]
    [TestCase("{\"webstir\": null}", "WEB0107", 1, 13)]
    [TestCase("{\"webstir\":\n\"api\"}", "WEB0107", 2, 1)]
    [TestCase("{\"webstir\": {\"module\": []}}", "WEB0107", 1, 24)]
    [TestCase("{\"webstir\": {\"module\": true}}", "WEB0107", 1, 24)]
    [TestCase("{\"webstir\": {\"moduleManifest\": 1}}", "WEB0107", 1, 32)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": {}}}}", "WEB0107", 1, 33)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": null}}}", "WEB0107", 1, 33)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [\"a\"]}}}", "WEB0107", 1, 34)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\"}, null]}}}", "WEB0107", 1, 49)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": 1}]}}}", "WEB0107", 1, 43)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\", \"schedule\": []}]}}}", "WEB0107", 1, 60)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\", \"description\": null}]}}}", "WEB0107", 1, 63)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\", \"priority\": true}]}}}", "WEB0107", 1, 60)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": []}, \"moduleManifest\": {\"jobs\": []}}}", "WEB0108", 1, 65)]
    [TestCase("{\"webstir\": {\"moduleManifest\": {\"jobs\": []}, \"module\": {\"jobs\": []}}}", "WEB0108", 1, 65)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\"},\n  {\"name\": \"a\"}]}}}", "WEB0109", 2, 3)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"a\"},\n  {\"name\": \"\\u0041\"}]}}}", "WEB0109", 2, 3, Description = "Ignoring case and spelling")]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{}]}}}", "WEB0110", 1, 34)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"schedule\": \"x\"}]}}}", "WEB0110", 1, 34)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"\"}]}}}", "WEB0110", 1, 43)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"../up\"}]}}}", "WEB0110", 1, 43)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"\\ud800\"}]}}}", "WEB0110", 1, 43)]
    [TestCase("{\"webstir\": {\"module\": {\"jobs\": [{\"name\": \"NUL\"}]}}}", "WEB0110", 1, 43)]
    public void No_module_manifest(string json, string code, int line, int column) => Refused(Encoding.UTF8.GetBytes(json), code, line, column);

    [TestCase("7B 22 61 22 3A 22 FF 22 7D", 1, 7, Description = "No lead byte")]
    [TestCase("7B 0A 22 C3 22 7D", 2, 2, Description = "Cut short")]
    [TestCase("7B 22 C0 AF 22 7D", 1, 3, Description = "Overlong")]
    [TestCase("7B 22 ED A0 80 22 7D", 1, 3, Description = "A surrogate, as CESU-8 writes it")]
    [TestCase("7B 22 F4 90 80 80 22 7D", 1, 3, Description = "Past U+10FFFF")]
    [TestCase("7B 7D E2 82", 1, 3)]
    [TestCase("FF FE 7B 00 7D 00", 0, 0, Description = "UTF-16, little endian")]
    [TestCase("FE FF 00 7B 00 7D", 0, 0, Description = "UTF-16, big endian")]
    [TestCase("7B 00 7D 00", 0, 0, Description = "UTF-16 without a mark")]
    [TestCase("00 7B 00 7D", 0, 0)]
    public void No_UTF_8(string hex, int line, int column) =>
        Refused(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), "WEB0102", line, column);

    [Test]
    public void A_text_with_half_a_surrogate_pair_cannot_be_a_file()
    {
        WebstirException error = Assert.Throws<WebstirException>(() => ModuleManifest.Parse("{\n\"a\": \"\ud800\"}"))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0102"));
        Assert.That(error.Problem.Position, Is.EqualTo(new TextPosition(2, 7)));
    }

    [TestCase("{", "}")]
    public void Sixty_four_levels_are_read_and_no_more(string open, string close)
    {
        string deepest = Nested(ModuleManifest.MaxDepth, open, close);
        Assert.That(() => ModuleManifest.Parse(deepest), Throws.Nothing);
        byte[] tooDeep = Encoding.UTF8.GetBytes(Nested(ModuleManifest.MaxDepth + 1, open, close));
        Refused(tooDeep, "WEB0105", 1, deepest.IndexOf('0', StringComparison.Ordinal) + 1);
    }

    [Test]
    public void A_job_is_added_beside_the_deepest_nesting_that_is_read()
    {
        string json = Nested(ModuleManifest.MaxDepth, "[", "]");
        ModuleManifest edited = ModuleManifest.Parse(json).AddJob(Build.Job("a"));
        Assert.That(edited.RemoveJob(edited.Jobs[0].Name).ToString(), Is.EqualTo(json));
    }

    [Test]
    public void What_is_ambiguous_elsewhere_is_nobodys_business()
    {
        const string Json = """{"a":1,"a":2,"webstir":{"jobs":{},"jobs":[],"module":{"module":1,"module":2,"jobs":[{"name":"a","x":1,"x":2}]}}}""";
        Assert.That(ModuleManifest.Parse(Json).AddJob(Build.Job("b")).Jobs, Has.Count.EqualTo(2));
    }

    /// <summary>An object around so many levels in all, with a number in the innermost.</summary>
    private static string Nested(int levels, string open, string close)
    {
        string inner = open == "{" ? "{\"a\":" : "[";
        return "{\"a\":" + string.Concat(Enumerable.Repeat(inner, levels - 1)) + "0" + string.Concat(Enumerable.Repeat(close, levels - 1)) + "}";
    }

    /// <summary>Line 0 stands for the file as a whole.</summary>
    private static void Refused(byte[] utf8, string code, int line, int column)
    {
        WebstirException error = Assert.Throws<WebstirException>(() => ModuleManifest.Parse(utf8))!;
        TextPosition? position = line == 0 ? null : new TextPosition(line, column);
        Assert.That((error.Problem.Code, error.Problem.Position), Is.EqualTo((code, position)), error.Message);
        Assert.That(error.Message, Does.Not.Contain('\n').And.Not.Contain('\r'));
    }
}
