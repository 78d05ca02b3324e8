namespace Webstir.Sdk.Tests.Manifests;

/// <summary>The tests over real files run over files.</summary>
public sealed class RealManifestsTests
{
    private const int InRepository = 39;

    [Test]
    public void There_are_as_many_real_files_as_were_chosen() =>
        Assert.That(RealManifests.Contents, Has.Count.GreaterThanOrEqualTo(InRepository));
}
