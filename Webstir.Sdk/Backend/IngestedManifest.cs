using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>The module manifest as a deployment reads it, without the sources: what <c>package.json</c> declares, checked.</summary>
internal static class IngestedManifest
{
    private const string ContractVersion = "1.0.0";

    private const string Kind = "backend";

    private static readonly string[] Lists = ["capabilities", "routes", "views", "jobs", "events", "services"];

    /// <summary>What is wrong with the declarations.</summary>
    /// <param name="module">The module object of <c>package.json</c>.</param>
    /// <param name="file">Path to name in problems.</param>
    public static IReadOnlyList<Problem> Check(JObject module, string file)
    {
        IEnumerable<Problem> lists = from name in Lists
                                     where module[name] is not (null or JArray)
                                     select Wrong(file, $"The module's '{name}' is no list.", $"Make it a list, or remove it.");
        IEnumerable<Problem> entries = from name in Lists
                                       let expected = name == "capabilities" ? JTokenType.String : JTokenType.Object
                                       from entry in (module[name] as JArray ?? []).Select((value, index) => (Value: value, Index: index))
                                       where entry.Value.Type != expected
                                       select Wrong(file, $"The module's '{name}[{entry.Index}]' is no {(expected == JTokenType.String ? "string" : "object")}.", "Correct it, or remove it.");
        JToken? kind = module["kind"];
        bool isOther = kind is not null && (kind.Type != JTokenType.String || (string?)kind != Kind);
        return isOther ? [.. lists, .. entries, Wrong(file, $"The module's kind is {Json(kind!, Formatting.None)}. A backend's is \"{Kind}\".", "Correct it, or remove it.")] : [.. lists, .. entries];
    }

    /// <summary>Writes the manifest in the place of an earlier one.</summary>
    public static void Write(Workspace workspace, JObject module, string name, string version)
    {
        var manifest = new JObject { ["contractVersion"] = ContractVersion, ["name"] = name, ["version"] = version, ["kind"] = Kind };
        foreach (string list in Lists)
            manifest[list] = module[list] ?? new JArray();
        AtomicFile.Write(RealPath.Inside(workspace.Root, BackendLayout.IngestedManifest), Encoding.UTF8.GetBytes(Json(manifest, Formatting.Indented) + "\n"));
    }

    /// <summary>The text of a value.</summary>
    /// <remarks>A token has this as methods too, but not the same ones in 13.0.1, which we ask for, and in 13.0.4.</remarks>
    private static string Json(JToken token, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = formatting };
        writer.WriteToken(token.CreateReader());
        return text.ToString();
    }

    private static Problem Wrong(string file, string message, string hint) => new() { Code = "WEB0605", Message = message, Hint = hint, Path = file };
}
