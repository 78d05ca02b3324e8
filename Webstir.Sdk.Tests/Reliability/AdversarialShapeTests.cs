using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F2.</summary>
public sealed class AdversarialShapeTests
{
    [Test]
    public void Nineteen_shapes_are_edited_without_loss_and_two_are_refused() => Try().MustBeClean();

    internal static Tally Try()
    {
        var tally = new Tally();
        foreach ((string name, byte[] manifest) in AdversarialShapes.Lossless)
            tally.Count(name, Edit(manifest, out byte[] after) == 0 && Insertion.Find(manifest, after) is not null ? null : "is not edited by one insertion");
        foreach ((string name, byte[] manifest) in AdversarialShapes.Refused)
            tally.Count(name, Edit(manifest, out byte[] after) == 1 && after.SequenceEqual(manifest) ? null : "is not refused");
        return tally;
    }

    private static int Edit(byte[] before, out byte[] after)
    {
        using var shop = new Shop();
        File.WriteAllBytes(shop.PathOf(Shop.Manifest), before);
        int exit = shop.Webstir("add-job", "nightly", "--schedule", "0 0 * * *").Exit;
        after = File.ReadAllBytes(shop.PathOf(Shop.Manifest));
        return exit;
    }
}
