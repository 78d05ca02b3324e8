using System.Text.Json;

namespace Webstir.Sdk.Manifests;

/// <summary>A text, and where the module manifest lies in it.</summary>
internal readonly record struct ManifestScan(ManifestText Text, ManifestMap Map)
{
    public static ManifestScan Of(ManifestText text) => new(text, ManifestScanner.Scan(text));

    /// <summary>The text with edits made, which are in its order, scanned as far as they can have an effect.</summary>
    /// <remarks>
    /// A valid text in which one value is replaced by a valid value is valid. So an edit inside the <c>webstir</c> object is
    /// followed by a scan of that object, which must end where it ended; any other by a scan of the whole.
    /// </remarks>
    public ManifestScan With(params ReadOnlySpan<TextEdit> edits)
    {
        ManifestText edited = Text.With(edits);
        bool isInside = Map.Webstir is { } webstir && edits[0].Offset > webstir.Start && edits[^1].Offset + edits[^1].Length < webstir.End;
        return isInside && TryScanWebstir(edited) is { } map ? new ManifestScan(edited, map) : Of(edited);
    }

    private ManifestMap? TryScanWebstir(ManifestText edited)
    {
        try
        {
            return ManifestScanner.ScanWebstir(edited, Map, edited.Utf8.Length - Text.Utf8.Length);
        }
        catch (JsonException)
        {
            // The scan of the whole says what is wrong, and where.
            return null;
        }
    }
}
