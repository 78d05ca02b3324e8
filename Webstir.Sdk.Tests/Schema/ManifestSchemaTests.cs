using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Webstir.Sdk.Exporting;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Schema;

/// <summary>The JSON Schema that editors hold a <c>package.json</c> against: it agrees with the library on every manifest that we have.</summary>
public sealed class ManifestSchemaTests
{
    private const string SchemaFile = ".vscode/webstir.schema.json";

    /// <summary>Codes of what no schema can refuse, and why.</summary>
    private static readonly Dictionary<string, string> BeyondASchema = new()
    {
        ["WEB0101"] = "a schema speaks of values; this is no JSON, and the editor's own parser says so",
        ["WEB0102"] = "the same: no UTF-8 is no text",
        ["WEB0103"] = "the same: nothing is no value",
        ["WEB0105"] = "a schema has no word for depth",
        ["WEB0106"] = "of two equal keys a value has one; editors warn of them by themselves",
        ["WEB0109"] = "'uniqueItems' compares whole entries, not their names, and not ignoring case",
    };

    private static string Folder { get; } = Path.Join(ProjectFolder.Repository, "templates", "workspace");

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(Path.Join(Folder, SchemaFile)));

    private static IEnumerable<TestCaseData> Manifests() =>
    [
        .. GoldenCase.Names().SelectMany(Files),
        .. from method in typeof(ModuleManifestRefusalTests).GetMethods()
           from test in method.GetCustomAttributes<TestCaseAttribute>()
           where test.Arguments is [string text, ..] && text.Contains('{', StringComparison.Ordinal)
           select new TestCaseData(Encoding.UTF8.GetBytes((string)test.Arguments[0]!)).SetArgDisplayNames((string)test.Arguments[0]!),
        .. Edges().Select(json => new TestCaseData(Encoding.UTF8.GetBytes(json)).SetArgDisplayNames(json)),
    ];

    [TestCaseSource(nameof(Manifests))]
    public async Task What_the_library_accepts_validates_and_what_it_refuses_does_not(byte[] manifest)
    {
        string? refusal = Refusal(manifest);
        if (refusal is not null && BeyondASchema.ContainsKey(refusal))
        {
            Assert.That(refusal, Does.StartWith("WEB01"));
            return;
        }

        ICollection<NJsonSchema.Validation.ValidationError> errors = (await Schema.Value).Validate(Value(manifest));
        Assert.That(errors, refusal is null ? Is.Empty : Is.Not.Empty, refusal);
    }

    [Test]
    public void Everything_that_is_said_to_be_beyond_a_schema_occurs()
    {
        string?[] refusals = [.. Manifests().Select(manifest => Refusal((byte[])manifest.Arguments[0]!)).Distinct()];
        Assert.That(BeyondASchema.Keys.Except(refusals), Is.Empty);
        Assert.That(refusals, Has.Some.Null.And.Some.EqualTo("WEB0104").And.Some.EqualTo("WEB0107").And.Some.EqualTo("WEB0108").And.Some.EqualTo("WEB0110").And.Some.EqualTo("WEB0112"));
    }

    [Test]
    public async Task Schedulers_are_those_of_the_library()
    {
        var schema = JObject.Parse(await File.ReadAllTextAsync(Path.Join(Folder, SchemaFile)));
        Assert.That(schema.SelectToken("properties.webstir.properties.schedulers.items.enum")!.Values<string>(), Is.EqualTo(ScheduleValidator.Schedulers));
    }

    [Test]
    public void A_new_workspace_has_the_schema_and_tells_the_editor_to_use_it()
    {
        using var folder = new TemporaryFolder();
        ChangePlan plan = WorkspaceInitializer.Plan(folder.PathOf("shop"));
        WorkspaceInitializer.Apply(plan);
        var settings = JObject.Parse(File.ReadAllText(folder.PathOf("shop/.vscode/settings.json")));
        Assert.That((string?)settings.SelectToken("['json.schemas'][0].fileMatch[0]"), Is.EqualTo("/package.json"));
        string url = (string)settings.SelectToken("['json.schemas'][0].url")!;
        Assert.That(File.ReadAllBytes(folder.PathOf($"shop/{url}")), Is.EqualTo(File.ReadAllBytes(Path.Join(Folder, SchemaFile))));
    }

    /// <summary>The two workspaces of a case.</summary>
    private static IEnumerable<TestCaseData> Files(string name) =>
        from part in (string[])["in", "out"]
        let path = Path.Join(new GoldenCase(name).PathOf(part), "package.json")
        where File.Exists(path)
        select new TestCaseData(File.ReadAllBytes(path)).SetArgDisplayNames($"{name}/{part}");

    /// <summary>Names and values at the edges of the rules, which no case has.</summary>
    private static IEnumerable<string> Edges()
    {
        string[] names =
        [
            "a", "7", "a.", ".a", "-a", "_a", "a-", "a_", "a..b", "a b", "a/b", "ä", "a\u200b", "con", "CON.txt", "console", "con-a", "Com1", "com10", "com1.a", "lpt", "nul", "nul.",
            "Scheduler", "scheduler.ts", "scheduler.js.map", "scheduler.tsx", "schedulers", "runtime", "RUNTIME.TS", "runtime.js", "node_modules", "node_modules2", "__proto__",
            new('a', 100), new('a', 101),
        ];
        string[] values = ["\"\"", "\" \"", "\"1e2\"", "1", "-1.5", "1e2", "9007199254740993", "null", "true", "[]", "{}"];
        return
        [
            .. names.Select(name => Entry($"\"name\": {JsonConvert.ToString(name)}")),
            .. from key in (string[])["schedule", "description", "priority", "other"]
               from value in values
               select Entry($"\"name\": \"a\", \"{key}\": {value}"),
            .. values.Select(value => $$$$"""{"webstir": {"schedulers": {{{{value}}}}}}"""),
            .. values.Select(value => $$$$"""{"webstir": {"export": {{{{value}}}}}}"""),
            .. values.Select(value => $$$$"""{"webstir": {"export": {"timeZone": {{{{value}}}}}}}"""),
            .. values.Select(value => $$$$"""{"webstir": {"export": {"kubernetes": {"image": {{{{value}}}}}}}}"""),
            .. values.Select(value => $$$$"""{"webstir": {"export": {"temporal": {{{{value}}}}}}}"""),
            """{"webstir": {"export": {"imgae": "shop:1"}}}""",
            """{"webstir": {"export": {"kubernetes": {"imgae": "shop:1"}}}}""",
            """{"webstir": {"export": {"nomad": {"image": "shop:1"}}}}""",
            """{"webstir": {"export": {"crontab": {"timeZone": "Etc/UTC"}}}}""",
            .. from target in ExportTargets.All
               from setting in target.Settings
               from json in (string[])[$$"""{"{{setting.Key}}": "x"}""", $$"""{"{{target.Id}}": {"{{setting.Key}}": "x"}}"""]
               select $$$$"""{"webstir": {"export": {{{{json}}}}}}""",
            """{"webstir": {"schedulers": ["webstir", "k8s"]}}""",
            """{"webstir": {"schedulers": ["Kubernetes"]}}""",
            """{"webstir": {"module": {"jobs": []}, "moduleManifest": {}}}""",
            """{"webstir": {"module": {"kind": "frontend"}, "moduleManifest": {"jobs": [{"name": "a"}]}}}""",
            """{"webstir": {"moduleManifest": {"jobs": {}}}}""",
        ];
    }

    private static string Entry(string members) => $$$$"""{"webstir": {"module": {"jobs": [{ {{{{members}}}} }]}}}""";

    /// <summary>Code with which the library refuses a manifest; <see langword="null"/> when it accepts it.</summary>
    private static string? Refusal(byte[] utf8)
    {
        try
        {
            var manifest = ModuleManifest.Parse(utf8);
            _ = manifest.Jobs;
            _ = manifest.Schedulers;
            return ExportRefusal(manifest);
        }
        catch (WebstirException error)
        {
            return error.Problem.Code;
        }
    }

    /// <summary>A setting that no export would take is refused by each of them.</summary>
    private static string? ExportRefusal(ModuleManifest manifest) => JobExporter.Targets
        .SelectMany(id => ExportSettings.Resolve(ExportTargets.Find(id, format: null)!, new Dictionary<string, string>(), manifest.ExportSettings, "").Problems)
        .FirstOrDefault(problem => problem.Code == "WEB0503")?.Code;

    /// <summary>The value, read as plainly as can be: no dates, no guesses.</summary>
    private static JToken Value(byte[] utf8)
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(utf8))) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JToken.ReadFrom(reader);
    }
}
