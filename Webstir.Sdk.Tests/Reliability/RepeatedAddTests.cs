using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>The second half of figure F4.</summary>
public sealed class RepeatedAddTests
{
    [Test]
    public void A_job_that_is_added_twice_is_there_once() => RepeatedAdd.Run(RealManifests.Contents).MustBeClean();
}
