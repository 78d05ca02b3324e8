using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Webstir.Sdk.Manifests;

/// <summary>A part of the manifest as an object that callers can look into.</summary>
internal static class ObjectReader
{
    /// <summary>Reads a JSON object. Texts that look like dates stay texts.</summary>
    public static JObject Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
