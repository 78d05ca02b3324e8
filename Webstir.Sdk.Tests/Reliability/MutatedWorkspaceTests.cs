namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F5.</summary>
public sealed class MutatedWorkspaceTests
{
    [Test]
    public void Where_the_manifest_is_damaged_nothing_changes()
    {
        (Tally refused, Tally edited) = MutatedWorkspace.Try(2_000);
        refused.MustBeClean();
        edited.MustBeClean();
    }
}
