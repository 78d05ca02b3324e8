using System.Text.Json.Nodes;
using CsCheck;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>A document that a user could have: any style, any part of the way to the jobs, any company.</summary>
/// <param name="Json">The text.</param>
/// <param name="Style">How it is laid out.</param>
internal sealed record GeneratedManifest(string Json, DocumentStyle Style)
{
    private static readonly string[] EntryNames = ["alpha", "Beta", "gamma", "k", "zulu", "07"];

    private static readonly Gen<string> Values = Gen.OneOf(
        "1", "-0.50e+3", "true", "null", "\"text\"", "\"\\u00fc \\\" { [ , : \"", "\"2026-11-24T00:00:00Z\"", "{}", "[]",
        """{"a":1,"b":[1,2,{"c":{}}]}""", """[[],[1],"x"]""", """{"module":{"jobs":7},"webstir":[]}""");

    private static readonly Gen<JsonObject> Entry = Gen.Select(
        Gen.OneOf(null, "\"0 0 * * *\"", "\"@daily\""), Gen.OneOf(null, "5", "\"low\"", "-7"), Values, Gen.Int[0, 3], (schedule, priority, value, unknown) =>
    {
        JsonObject entry = [];
        Set(entry, "x-first", unknown == 1 ? value : null);
        entry["name"] = "";
        Set(entry, "schedule", schedule);
        Set(entry, "x-inner", unknown == 2 ? value : null);
        Set(entry, "priority", priority);
        Set(entry, "x-last", unknown == 3 ? value : null);
        return entry;
    });

    private static readonly Gen<JsonArray> Jobs = Gen.Select(Entry.Array[0, 5], Gen.Shuffle(EntryNames), Gen.Bool, (entries, names, sorted) =>
    {
        string[] chosen = names[..entries.Length];
        if (sorted)
            Array.Sort(chosen, StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
            entries[i]["name"] = chosen[i];
        return new JsonArray([.. entries]);
    });

    private static readonly Gen<JsonObject> Module = Gen.Select(Company("m"), Gen.Int[0, 9], Jobs.Null(), With("jobs"));

    private static readonly Gen<JsonObject> Webstir = Gen.Select(
        Company("w"), Gen.Int[0, 9], Module.Null(), Gen.OneOf("module", "moduleManifest"), (members, place, module, key) => With(key)(members, place, module));

    private static readonly Gen<JsonObject> Root = Gen.Select(Company("r"), Gen.Int[0, 9], Webstir.Null(), With("webstir"));

    public static Gen<GeneratedManifest> Any { get; } =
        Gen.Select(Root, DocumentStyle.Any, (root, style) => new GeneratedManifest(DocumentPrinter.Print(root, style), style));

    public override string ToString() => $"{System.Text.Json.JsonSerializer.Serialize(Json)} {Style}";

    /// <summary>Members that are none of our business.</summary>
    private static Gen<JsonObject> Company(string prefix) => Values.Array[0, 3].Select(values =>
    {
        JsonObject members = [];
        for (int i = 0; i < values.Length; i++)
            Set(members, $"{prefix}{i}", values[i]);
        return members;
    });

    /// <summary>Puts a child among the members, if there is one.</summary>
    private static Func<JsonObject, int, JsonNode?, JsonObject> With(string key) => (members, place, child) =>
    {
        if (child is not null)
            members.Insert(place % (members.Count + 1), key, child);
        return members;
    };

    private static void Set(JsonObject members, string key, string? json)
    {
        if (json is not null)
            members[key] = JsonNode.Parse(json);
    }
}
