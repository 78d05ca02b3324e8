using System.Text;
using System.Text.Json;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>What bytes are, as the platform's own readers see them: the one of JSON does not look at the encoding inside of strings.</summary>
internal static class DamageOracle
{
    /// <summary>Kind of the root; <see langword="null"/> when the text is no JSON.</summary>
    public static JsonValueKind? RootOf(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8.AsMemory(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
            return document.RootElement.ValueKind;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool IsUtf8(byte[] bytes)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
