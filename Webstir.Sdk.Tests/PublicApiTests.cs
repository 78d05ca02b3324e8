using PublicApiGenerator;

namespace Webstir.Sdk.Tests;

public class PublicApiTests
{
    private static readonly ApiGeneratorOptions WithoutAssemblyAttributes = new() { IncludeAssemblyAttributes = false };

    [Test]
    public Task The_public_surface_is_the_approved_one() =>
        Snapshots.Verify(typeof(ModuleManifest).Assembly.GeneratePublicApi(WithoutAssemblyAttributes));
}
