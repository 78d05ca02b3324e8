namespace Webstir.Sdk.Manifests;

/// <summary>A text, and where the module manifest lies in it.</summary>
internal sealed record ManifestScan(ManifestText Text, ManifestMap Map)
{
    public static ManifestScan Of(ManifestText text) => new(text, ManifestScanner.Scan(text));
}
