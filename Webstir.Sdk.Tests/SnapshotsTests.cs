using System.Reflection;

namespace Webstir.Sdk.Tests;

/// <summary>The tool that guards the approved texts is guarded itself.</summary>
[NonParallelizable]
public class SnapshotsTests
{
    private const string Name = "SnapshotsTests.Approved.verified.txt";

    /// <summary>JSON, because that is where the tool underneath looks away.</summary>
    private const string Approved = """{ "approved": [1, 2] }""";

    [Test]
    public void The_approved_text_passes() => Assert.That(() => Snapshots.VerifyAs(Name, Approved), Throws.Nothing);

    [TestCase("""{ "approved": [1, 3] }""")]
    [TestCase("""{ "approved":[1,2] }""", Description = "Only white space differs")]
    [TestCase("""{ "approved": [1, 2] } """)]
    public void A_changed_text_fails(string changed)
    {
        using var environment = new EnvironmentScope("SNAPSHOT_UPDATE", null);
        Assert.That(() => Snapshots.VerifyAs(Name, changed), Throws.InstanceOf<AssertionException>());
    }

    [Test]
    public void A_changed_text_fails_on_CI_even_when_an_update_is_asked_for()
    {
        using var ci = new EnvironmentScope("CI", "true");
        using var update = new EnvironmentScope("SNAPSHOT_UPDATE", "1");
        string before = File.ReadAllText(Path.Join(Snapshots.Folder, Name));

        Assert.That(() => Snapshots.VerifyAs(Name, "changed"), Throws.InstanceOf<AssertionException>());
        Assert.That(File.ReadAllText(Path.Join(Snapshots.Folder, Name)), Is.EqualTo(before));
    }

    [Test]
    public void A_text_that_nobody_approved_fails_and_is_not_written()
    {
        using var environment = new EnvironmentScope("SNAPSHOT_UPDATE", null);
        const string Missing = "SnapshotsTests.Missing.verified.txt";

        Assert.That(() => Snapshots.VerifyAs(Missing, Approved), Throws.Exception);
        Assert.That(Path.Join(Snapshots.Folder, Missing), Does.Not.Exist);
    }

    [Test]
    public void Every_approved_text_belongs_to_a_test()
    {
        HashSet<string> tests = [.. Assembly.GetExecutingAssembly().GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")), "SnapshotsTests.Approved"];

        IEnumerable<string> stale = Directory.EnumerateFiles(Snapshots.Folder)
            .Select(path => Path.GetFileName(path))
            .Where(file => !tests.Contains(file.Split(".verified.")[0]));
        Assert.That(stale, Is.Empty);
    }
}
