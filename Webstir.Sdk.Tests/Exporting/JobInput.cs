using System.Text.Json;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>The document that tells a target's worker which job to run: <c>{"job":"nightly"}</c>.</summary>
internal static class JobInput
{
    public static string Name(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("job").GetString()!;
    }
}
