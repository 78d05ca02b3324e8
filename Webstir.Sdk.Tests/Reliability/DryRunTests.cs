using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F15.</summary>
public sealed class DryRunTests
{
    [Test]
    public void A_dry_run_shows_what_the_real_run_does_and_changes_nothing() => DryRunTrial.Run(RealManifests.Contents).MustBeClean();
}
